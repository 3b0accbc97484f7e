import { UnstyledButton } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './sheets.module.css';

type Props<Id extends string, Item extends { id: Id }> = {
  title: string;
  items: Item[];
  hidden: readonly Id[];
  setHidden: (ids: Id[]) => void;
  children: (item: Item) => ReactNode;
};

/** One list of the filter, with a button that shows or hides all of it. */
export function FilterGroup<Id extends string, Item extends { id: Id }>({
  title,
  items,
  hidden,
  setHidden,
  children,
}: Props<Id, Item>) {
  const headId = useId();
  const none = items.every(({ id }) => hidden.includes(id));
  if (items.length === 0) return null;
  return (
    <section className={classes.filterGroup} role="group" aria-labelledby={headId}>
      <div className={classes.filterHead}>
        <span id={headId}>{title}</span>
        <UnstyledButton
          className={classes.filterAll}
          aria-label={none ? `all ${title.toLowerCase()}` : `none of the ${title.toLowerCase()}`}
          onClick={() => setHidden(none ? [] : items.map(({ id }) => id))}
        >
          {none ? 'all' : 'none'}
        </UnstyledButton>
      </div>
      {items.map(children)}
    </section>
  );
}
