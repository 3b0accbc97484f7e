import { NumberInput, Radio } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import { SeedField } from './seed-field';
import type { Plan } from './use-plan';
import classes from './open-round.module.css';

/** Whether everyone codes everything, or each document goes to some of the coders in equal shares. */
export function Dealing({ plan: { dealt, setDealt, coderIds, loads } }: { plan: Plan }) {
  const { members, rounds } = useProject();
  const given = coderIds.map((id) => `${members.get(id)?.name ?? ''} ${loads.get(id) ?? 0}`);
  return (
    <fieldset className={classes.group}>
      <legend>Who codes what</legend>
      <Radio.Group
        aria-label="Who codes what"
        value={dealt ? 'some' : 'all'}
        onChange={(value) => setDealt(value === 'some' ? { perDocument: 2, seed: rounds.size + 1 } : null)}
      >
        <Radio size="xs" value="all" label="Every coder codes every document" />
        <Radio size="xs" mt={6} value="some" label="Each document goes to some of the coders, in equal shares" />
      </Radio.Group>
      {dealt && (
        <>
          <div className={classes.fields}>
            <NumberInput
              label="Coders per document"
              size="xs"
              min={1}
              max={Math.max(1, Math.min(50, coderIds.length))}
              allowDecimal={false}
              value={dealt.perDocument}
              onChange={(perDocument) =>
                typeof perDocument === 'number' && perDocument >= 1 && setDealt({ ...dealt, perDocument })
              }
            />
            <SeedField seed={dealt.seed} onChange={(seed) => setDealt({ ...dealt, seed })} />
          </div>
          {loads.size > 0 && <p className={classes.quiet}>Documents for each: {given.join(', ')}.</p>}
          <p className={classes.quiet}>
            {dealt.perDocument === 1
              ? 'With one coder per document there is nobody to agree with.'
              : 'Any two coders share about as many documents as any other two.'}
          </p>
        </>
      )}
    </fieldset>
  );
}
