import type { Code } from '@/lib/codebook';
import { CodeRules } from './code-rules';
import classes from './codes.module.css';
import { Swatch } from './swatch';

type Props = { id: string; code: Code; top: number; stay: () => void; close: () => void };

/** A code's rules, shown beside the panel while the code is hovered or focused; Tab goes on into long ones. */
export function CodeGlance({ id, code, top, stay, close }: Props) {
  return (
    <div
      id={id}
      role="tooltip"
      tabIndex={0}
      className={classes.glance}
      style={{ top }}
      onMouseEnter={stay}
      onMouseLeave={close}
      onFocus={stay}
      onBlur={close}
    >
      <p className={classes.glanceTitle}>
        <Swatch color={code.color} />
        {code.name}
      </p>
      <CodeRules code={code} />
    </div>
  );
}
