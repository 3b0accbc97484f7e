import { Button, Checkbox } from '@mantine/core';
import { Swatch } from '@/components/codes';
import { RenderedMemo } from '@/components/memo';
import { useProject } from '@/components/project/provider';
import { initialsOf } from '@/components/ui/initials';
import type { Span } from '@/lib/text';
import classes from './adjudication.module.css';
import { unknown } from './case-list';
import { keyOf } from './decision';
import type { Lane, Part, Queue } from './queue';

type Props = {
  lane: Lane;
  codes: Queue['codes'];
  number: number;
  direction: 'ltr' | 'rtl' | undefined;
  deciding: boolean;
  chosen: readonly Part[];
  toggle: (part: Part) => void;
  /** Null where one of the codes is no longer there to be accepted. */
  accept: (() => void) | null;
  light: (spans: Span[]) => void;
};

/** What one coder put on the passage, and why. Each coding can be taken by itself, or all of them at once. */
export function LaneView({ lane, codes, number, direction, deciding, chosen, toggle, accept, light }: Props) {
  const { codes: alive } = useProject();
  const who = lane.name ?? `Coder ${lane.letter}`;
  const taken = new Set(chosen.map(keyOf));
  return (
    <section
      className={classes.lane}
      aria-label={who}
      onPointerEnter={() => light(lane.codings)}
      onPointerLeave={() => light([])}
    >
      <header className={classes.laneHead}>
        <span className={classes.initials} aria-hidden>
          {lane.name ? initialsOf(lane.name) : lane.letter}
        </span>
        <h3>{who}</h3>
        {deciding && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Accept ${who}`}
            aria-keyshortcuts={number < 10 ? String(number) : undefined}
            disabled={accept === null}
            onClick={() => accept?.()}
          >
            Accept
          </Button>
        )}
      </header>
      {!lane.finished && <p className={classes.quiet}>Had not finished this document, so this counts for nothing.</p>}
      {lane.codings.length === 0 && <p className={classes.quiet}>Put nothing here.</p>}
      <ul className={classes.parts}>
        {lane.codings.map((coding, index) => {
          const { name, color } = alive.get(coding.codeId) ?? codes[coding.codeId] ?? unknown;
          const gone = !alive.has(coding.codeId);
          return (
            <li key={index} onFocus={() => light([coding])} onBlur={() => light([])}>
              <div className={classes.partHead}>
                {deciding && (
                  <Checkbox
                    size="xs"
                    aria-label={`Take “${name}” of ${who}`}
                    checked={taken.has(keyOf(coding))}
                    disabled={gone}
                    onChange={() => toggle(coding)}
                  />
                )}
                <Swatch color={color} />
                <strong dir="auto">{name}</strong>
                {gone && <span className={classes.quiet}>(no longer in the codebook)</span>}
              </div>
              <q className={classes.partQuote} dir={direction}>
                {coding.quote}
              </q>
              {coding.memo.trim() !== '' && (
                <div className={classes.memo}>
                  <RenderedMemo text={coding.memo} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
