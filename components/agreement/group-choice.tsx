'use client';

import { Select } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import classes from './pair-matrix.module.css';

type Props = { attributes: { value: string; label: string }[]; chosen: string | null };

/** By which attribute coders are split. The choice is in the address, as all of them are. */
export function GroupChoice({ attributes, chosen }: Props) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [, begin] = useTransition();
  const choose = (key: string | null) => {
    const next = new URLSearchParams(params);
    if (key) next.set('by', key);
    else next.delete('by');
    begin(() => router.replace(`${path}?${next.toString().replaceAll('%2C', ',')}`, { scroll: false }));
  };
  return (
    <Select
      className={classes.select}
      size="sm"
      label="Split by"
      data={attributes}
      value={chosen}
      allowDeselect={false}
      onChange={choose}
    />
  );
}
