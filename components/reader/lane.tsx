import { memo, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Coding } from '@/lib/codings';
import type { Acts } from './acts';
import { Bracket } from './bracket';
import type { Names } from './describe';
import { Folded } from './folded';
import type { Scheme } from './highlight-sheet';
import { Label } from './label';
import type { Lane as LaneState } from './lane-view';
import styles from './lane.module.css';
import { lookOf } from './look';

type Props = {
  lane: LaneState;
  names: Names;
  active: string | null;
  hover: string | null;
  scheme: Scheme;
  acts: Acts;
  dimmed: ((coding: Coding) => boolean) | undefined;
  called: string | undefined;
};

/** The margin: a bracket beside every passage, and labels that never cover one another. */
export const Lane = memo(function Lane({ lane, names, active, hover, scheme, acts, dimmed, called }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const only = hover ?? active;
  const reachable = (lane.rows.find(({ coding }) => coding.id === active) ?? lane.rows[0])?.coding.id;
  const look = (coding: Coding) => ({ ...lookOf(names, coding, scheme), isDim: dimmed?.(coding) ?? false });

  function keyPressed(event: KeyboardEvent<HTMLElement>): void {
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isStep) focusNeighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    if (isStep || acts.key(event.nativeEvent)) event.preventDefault();
  }

  return (
    <div
      role="group"
      aria-label={`Codings beside the ${called ?? 'text'}`}
      className={styles.lane}
      style={{ '--columns': lane.columns } as CSSProperties}
      onKeyDown={keyPressed}
    >
      {lane.brackets.map(({ coding, ...place }) => (
        <Bracket key={coding.id} {...place} {...look(coding)} isLit={only === coding.id} />
      ))}
      {lane.rows.map(({ coding, top, drop, folded }) => (
        <div key={coding.id} className={styles.row} style={{ top }}>
          <Label
            coding={coding}
            code={names.codes.get(coding.codeId)}
            coder={names.coders.get(coding.coderId)}
            {...look(coding)}
            drop={drop}
            isActive={active === coding.id}
            isLit={only === coding.id}
            isReachable={reachable === coding.id}
            acts={acts}
          />
          {folded.length > 0 && (
            <Folded
              codings={folded}
              names={names}
              scheme={scheme}
              isOpen={opened === coding.id}
              onOpen={(isOpen) => setOpened(isOpen ? coding.id : null)}
              onActive={acts.activate}
            />
          )}
        </div>
      ))}
    </div>
  );
});

function focusNeighbour(lane: HTMLElement, by: 1 | -1): void {
  const labels = [...lane.querySelectorAll<HTMLElement>('[data-label]')];
  const at = labels.indexOf(document.activeElement as HTMLElement);
  labels[at + by]?.focus();
}
