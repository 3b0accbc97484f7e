import { ActionIcon, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Fragment, useCallback, useRef, type ReactNode } from 'react';
import classes from './steps.module.css';

/** Steps through the items of a list that fit a selector by giving them the focus: by J and K anywhere on the page. */
export function useSteps(items: string) {
  const list = useRef<HTMLDivElement>(null);
  const step = useCallback(
    (by: number) => {
      const all = [...(list.current?.querySelectorAll<HTMLElement>(items) ?? [])];
      const at = all.findIndex((item) => item.contains(document.activeElement));
      const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'center' });
    },
    [items],
  );
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);
  return { list, step };
}

type Props = { item: string; step: (by: number) => void; keys: Record<string, string>; children?: ReactNode };

/** The bar above such a list: to the previous `item` and the next, where one is, and what further keys do. */
export function StepBar({ item, step, keys, children }: Props) {
  const all = Object.entries({ J: 'next', K: 'previous', ...keys });
  return (
    <div className={classes.bar}>
      <ActionIcon variant="subtle" aria-label={`Previous ${item}`} onClick={() => step(-1)}>
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={`Next ${item}`} onClick={() => step(1)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      {children}
      <span className={classes.keys}>
        {all.map(([key, does], at) => (
          <Fragment key={key}>
            {at > 0 && ', '}
            <Kbd size="xs">{key}</Kbd> {does}
          </Fragment>
        ))}
      </span>
    </div>
  );
}
