import { memo, type CSSProperties } from 'react';
import styles from './lane.module.css';
import type { Look } from './look';

type Props = Look & {
  top: number;
  height: number;
  column: number;
  opens: boolean;
  closes: boolean;
  isLit: boolean;
  isDim: boolean;
};

/** The lines that one coding spans. Its stroke tells coders apart where colours cannot. */
export const Bracket = memo(function Bracket({ top, height, column, opens, closes, ink, stroke, isLit, isDim }: Props) {
  const style = { top, height, '--column': column, '--ink': ink, '--stroke': stroke } as CSSProperties;
  const marks = {
    'data-opens': opens || undefined,
    'data-closes': closes || undefined,
    'data-lit': isLit || undefined,
    'data-dim': isDim || undefined,
  };
  return <span aria-hidden className={styles.bracket} style={style} {...marks} />;
});
