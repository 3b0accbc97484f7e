import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { documentsInOrder } from '@/components/workspace/documents-in-order';
import { SeedField } from './seed-field';
import type { Plan } from './use-plan';
import classes from './open-round.module.css';

/** More values than this make strata of one or two documents each, which stratify nothing. */
const mostStrata = 40;

/** Draws the documents of a round: how many, from which, by what, with which seed; and shows what came out. */
export function DocumentSample({ plan: { frame, sampling, setSampling, strata, documentIds } }: { plan: Plan }) {
  const { documents, attributes } = useProject();
  const set = (some: Partial<typeof sampling>) => setSampling({ ...sampling, ...some });
  const useful = [...attributes.values()]
    .filter(({ key }) => new Set(frame.map((each) => each.attributes[key] ?? '')).size <= mostStrata)
    .sort((a, b) => a.position - b.position);
  const drawn = documentsInOrder(documentIds.flatMap((id) => documents.get(id) ?? []));
  return (
    <fieldset className={classes.group}>
      <legend>Documents</legend>
      <div className={classes.fields}>
        <NumberInput
          label="How many"
          size="xs"
          min={1}
          max={Math.min(5_000, Math.max(1, frame.length))}
          allowDecimal={false}
          value={sampling.size}
          onChange={(size) => typeof size === 'number' && size >= 1 && set({ size })}
        />
        <Select
          label="Stratify by"
          size="xs"
          data={[{ value: '', label: 'Nothing' }, ...useful.map(({ key, name }) => ({ value: key, label: name }))]}
          value={sampling.by ?? ''}
          allowDeselect={false}
          onChange={(by) => set({ by: by || null })}
        />
        <SeedField seed={sampling.seed} onChange={(seed) => set({ seed })} />
      </div>
      <Checkbox
        size="xs"
        mt="xs"
        label="Only documents that were in no round yet"
        checked={sampling.fresh}
        onChange={(event) => set({ fresh: event.currentTarget.checked })}
      />
      <p className={classes.quiet}>
        Drawn at random from {counted(frame.length, 'document')}, each as likely as any other. The round keeps the seed:
        with it the same documents are drawn again.
      </p>
      {sampling.by !== null && (
        <table className={classes.strata}>
          <caption>In proportion to the documents there are, by largest remainder</caption>
          <thead>
            <tr>
              <th scope="col">{[...attributes.values()].find(({ key }) => key === sampling.by)?.name}</th>
              <th scope="col">Documents</th>
              <th scope="col">Drawn</th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ value, of, drawn: places }) => (
              <tr key={value}>
                <th scope="row" dir="auto">
                  {value || 'not said'}
                </th>
                <td>{of}</td>
                <td>{places}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ol className={classes.drawn} aria-label="Documents drawn">
        {drawn.map(({ id, title }) => (
          <li key={id} dir="auto">
            {title}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
