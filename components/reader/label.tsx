import { memo, type CSSProperties } from 'react';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import type { Acts } from './acts';
import { codeName, coderName, fullName } from './describe';
import styles from './lane.module.css';
import type { Look } from './look';
import { initialsOf } from '@/components/ui/initials';

type Props = Look & {
  coding: Coding;
  code: Code | undefined;
  coder: Member | undefined;
  /** How far, in px, the label stands below the beginning of its passage. */
  drop: number;
  isActive: boolean;
  isLit: boolean;
  isDim: boolean;
  /** Whether Tab comes to it; the arrow keys go on from there. */
  isReachable: boolean;
  acts: Pick<Acts, 'point' | 'activate'>;
};

/** One coding in the margin: its code, its coder, and a line to where its passage begins. */
export const Label = memo(function Label(props: Props) {
  const { coding, code, coder, ink, stroke, drop, isActive, isLit, isDim, isReachable, acts } = props;
  const point = () => acts.point(coding.id);
  const leave = () => acts.point(null);
  return (
    <>
      {drop > 2 && <span aria-hidden className={styles.leader} style={{ height: drop }} />}
      <button
        type="button"
        data-label
        data-lit={isLit || undefined}
        data-dim={isDim || undefined}
        className={styles.label}
        style={{ '--ink': ink, '--stroke': stroke } as CSSProperties}
        aria-label={fullName(coding, code, coder)}
        aria-pressed={isActive}
        tabIndex={isReachable ? 0 : -1}
        onPointerEnter={point}
        onPointerLeave={leave}
        onFocus={point}
        onBlur={leave}
        onClick={() => acts.activate(coding.id)}
      >
        <span className={styles.swatch} />
        <bdi className={styles.name}>{codeName(code)}</bdi>
        <bdi
          className={styles.coder}
          data-coder={coding.layer === 'coder' ? initialsOf(coderName(coding, coder)) : coding.layer}
        />
      </button>
    </>
  );
});
