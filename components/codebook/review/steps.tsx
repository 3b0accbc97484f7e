import { ActionIcon, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Item } from './review';
import type { ReviewActs } from './use-review';
import classes from './review.module.css';

type Props = { acts: ReviewActs; items: Item[]; children: ReactNode };

/** Steps from coding to coding (J and K anywhere) and decides about the one that has the focus, by key. */
export function Steps({ acts, items, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-coding]') ?? [])];
    const at = all.findIndex((each) => each.contains(document.activeElement));
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const item = items.find(({ coding }) => coding.id === target.dataset.coding);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') acts.keep([item]);
    else if (event.key === 'Delete') acts.drop(item);
    else if (event.key.toLowerCase() === 'r') acts.recode(item);
    else if (event.key.toLowerCase() === 'o') target.querySelector<HTMLAnchorElement>('[data-passage]')?.click();
    else return;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === 'Delete') step(1);
  };

  return (
    <>
      <div className={classes.bar}>
        <ActionIcon variant="subtle" aria-label="Previous coding" onClick={() => step(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label="Next coding" onClick={() => step(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
        <span className={classes.keys}>
          <Kbd size="xs">J</Kbd> next, <Kbd size="xs">K</Kbd> previous, <Kbd size="xs">Enter</Kbd> keeps,{' '}
          <Kbd size="xs">R</Kbd> recodes, <Kbd size="xs">Delete</Kbd> drops, <Kbd size="xs">O</Kbd> opens the text
        </span>
      </div>
      <div ref={list} onKeyDown={press}>
        {children}
      </div>
    </>
  );
}
