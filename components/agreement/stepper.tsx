'use client';

import { ActionIcon, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import classes from './differences.module.css';

type Props = { total: number; first: number; children: ReactNode };

/** Steps from item to item: J and K anywhere, the arrows inside the list, Enter opens the passage. */
export function Stepper({ total, first, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState<number | null>(null);
  const step = useCallback((by: number) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-difference]') ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  }, []);
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);
  const noticed = (event: FocusEvent<HTMLDivElement>) => {
    const number = event.target.closest<HTMLElement>('[data-difference]')?.dataset.difference;
    if (number) setHere(Number(number));
  };
  return (
    <>
      <div className={classes.stepper}>
        <ActionIcon variant="subtle" aria-label="Previous difference" onClick={() => step(-1)}><IconChevronUp size={16} /></ActionIcon>
        <ActionIcon variant="subtle" aria-label="Next difference" onClick={() => step(1)}><IconChevronDown size={16} /></ActionIcon>
        <span>{here === null ? `From ${first} of ${total}` : `${here} of ${total}`}</span>
        <span className={classes.keys}><Kbd size="xs">J</Kbd> next, <Kbd size="xs">K</Kbd> previous, <Kbd size="xs">Enter</Kbd> opens the passage</span>
      </div>
      <div ref={list} onFocus={noticed} onKeyDown={(event) => pressed(event, step)}>{children}</div>
    </>
  );
}

function pressed(event: KeyboardEvent<HTMLElement>, step: (by: number) => void): void {
  const item = event.target as HTMLElement;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  }
  if (event.key === 'Enter' && item.dataset.difference) item.querySelector<HTMLAnchorElement>('[data-passage]')?.click();
}
