import { Pagination } from '@mantine/core';
import { useState } from 'react';

const perPage = 100;

/** A long list a page at a time: thousands of rows at once would keep a browser busy for seconds. */
export function usePages<T>(all: readonly T[]) {
  const [asked, turn] = useState(1);
  const total = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(asked, total);
  return { shown: all.slice((page - 1) * perPage, page * perPage), page, total, turn };
}

type Props = { page: number; total: number; turn: (page: number) => void };

/** The way to the other pages, where there are any. */
export function Pages({ page, total, turn }: Props) {
  if (total === 1) return null;
  return (
    <Pagination
      total={total}
      value={page}
      onChange={turn}
      size="sm"
      my="sm"
      getControlProps={(control) => ({ 'aria-label': `${control} page` })}
    />
  );
}
