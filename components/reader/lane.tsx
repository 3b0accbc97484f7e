import { memo, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import { codeName, fullName, type Names } from './describe';
import { Folded } from './folded';
import { inkOf, type Scheme } from './highlight-sheet';
import { unknownColor } from './ink';
import { Label } from './label';
import type { Bracket, Lane as LaneState } from './lane-view';
import styles from './lane.module.css';
import { strokeStyleOf } from './shades';

type Props = {
  lane: LaneState;
  names: Names;
  codings: Table<Coding>;
  lit: { active: string | null; hover: string | null };
  scheme: Scheme;
  onHover: (id: string | null) => void;
  onActive: (id: string) => void;
  onKey: (event: globalThis.KeyboardEvent) => boolean;
};

/** The margin: a bracket beside every passage, and labels that never cover one another. */
export function Lane({ lane, names, codings, lit, scheme, onHover, onActive, onKey }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const only = lit.hover ?? lit.active;
  const lookOf = (coding: Coding) => ({
    ink: inkOf(names.codes.get(coding.codeId)?.color ?? unknownColor, scheme),
    stroke: strokeStyleOf(coding.layer === 'coder' ? names.coders.get(coding.coderId) : undefined),
  });

  function keyPressed(event: KeyboardEvent<HTMLElement>): void {
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isStep) focusNeighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    if (isStep || onKey(event.nativeEvent)) event.preventDefault();
  }

  const rows = lane.rows.flatMap((row) => codings.get(row.id) ?? []);
  const reachable = rows.find(({ id }) => id === lit.active)?.id ?? rows[0]?.id;
  return (
    <div
      role="group"
      aria-label="Codings beside the text"
      className={styles.lane}
      style={{ '--columns': lane.columns } as CSSProperties}
      onKeyDown={keyPressed}
    >
      {lane.brackets.map((bracket) => {
        const coding = codings.get(bracket.id);
        if (!coding) return null;
        return <Mark key={bracket.id} bracket={bracket} {...lookOf(coding)} isLit={only === bracket.id} />;
      })}
      {lane.rows.map((row) => {
        const coding = codings.get(row.id);
        if (!coding) return null;
        return (
          <div key={row.id} className={styles.row} style={{ top: row.top }}>
            <Label
              id={row.id}
              {...lookOf(coding)}
              name={codeName(names, coding)}
              fullName={fullName(names, coding)}
              coder={names.coders.get(coding.coderId)?.name ?? ''}
              layer={coding.layer}
              drop={row.top - row.wanted}
              isActive={lit.active === row.id}
              isLit={only === row.id}
              isReachable={reachable === row.id}
              onHover={onHover}
              onActive={onActive}
            />
            {row.folded.length > 0 && (
              <Folded
                codings={row.folded.flatMap((id) => codings.get(id) ?? [])}
                names={names}
                scheme={scheme}
                isOpen={opened === row.id}
                onOpen={(isOpen) => setOpened(isOpen ? row.id : null)}
                onActive={onActive}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

type MarkProps = { bracket: Bracket; ink: string; stroke: string; isLit: boolean };

const Mark = memo(
  function Mark({ bracket: { top, height, column, opens, closes }, ink, stroke, isLit }: MarkProps) {
    const style = { top, height, '--column': column, '--ink': ink, '--stroke': stroke } as CSSProperties;
    return (
      <span
        aria-hidden
        className={styles.bracket}
        style={style}
        data-opens={opens || undefined}
        data-closes={closes || undefined}
        data-lit={isLit || undefined}
      />
    );
  },
  (before, after) => JSON.stringify(before) === JSON.stringify(after),
);

function focusNeighbour(lane: HTMLElement, by: 1 | -1): void {
  const labels = [...lane.querySelectorAll<HTMLElement>('[data-label]')];
  const at = labels.indexOf(document.activeElement as HTMLElement);
  labels[at + by]?.focus();
}
