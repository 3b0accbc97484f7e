import { memo, type CSSProperties } from 'react';
import type { Layer } from '@/lib/codings';
import styles from './lane.module.css';
import { initialsOf } from './shades';

type Props = {
  id: string;
  name: string;
  fullName: string;
  coder: string;
  layer: Layer;
  ink: string;
  stroke: string;
  /** How far, in px, the label stands below the beginning of its passage. */
  drop: number;
  isActive: boolean;
  isLit: boolean;
  /** Whether Tab comes to it; the arrow keys go on from there. */
  isReachable: boolean;
  onHover: (id: string | null) => void;
  onActive: (id: string) => void;
};

/** One coding in the margin: its code, its coder, and a line to where its passage begins. */
export const Label = memo(
  function Label({
    id,
    name,
    fullName,
    coder,
    layer,
    ink,
    stroke,
    drop,
    isActive,
    isLit,
    isReachable,
    onHover,
    onActive,
  }: Props) {
    return (
      <>
        {drop > 2 && <span aria-hidden className={styles.leader} style={{ height: drop } as CSSProperties} />}
        <button
          type="button"
          data-label
          data-lit={isLit || undefined}
          className={styles.label}
          style={{ '--ink': ink, '--stroke': stroke } as CSSProperties}
          aria-label={fullName}
          aria-pressed={isActive}
          tabIndex={isReachable ? 0 : -1}
          onPointerEnter={() => onHover(id)}
          onPointerLeave={() => onHover(null)}
          onFocus={() => onHover(id)}
          onBlur={() => onHover(null)}
          onClick={() => onActive(id)}
        >
          <span className={styles.swatch} />
          <bdi className={styles.name}>{name}</bdi>
          <bdi className={styles.coder}>{layer === 'coder' ? initialsOf(coder) : layer}</bdi>
        </button>
      </>
    );
  },
  (before, after) => plain.every((key) => before[key] === after[key]),
);

const plain = ['id', 'fullName', 'coder', 'ink', 'stroke', 'drop', 'isActive', 'isLit', 'isReachable'] as const;
