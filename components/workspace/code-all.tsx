import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Dialog } from '@/components/ui/dialog';
import { inOrder, path } from '@/lib/codebook';
import type { Extent } from '@/lib/codings';
import type { Block, Span } from '@/lib/text';
import { candidates, isCoded, mostCandidates, type Candidate } from './code-all-list';
import { CodeAllRow } from './code-all-row';
import type { DocumentCodings } from './document-codings';
import classes from './code-all.module.css';

type Source = { text: string; blocks: readonly Block[]; language: string | null; direction: 'ltr' | 'rtl' };

type Props = {
  /** What was looked for, and all places where it was found; null while nobody asks. */
  asked: { query: string; hits: readonly Span[] } | null;
  source: Source;
  codings: DocumentCodings;
  /** The code that is offered first. */
  codeId: string | null;
  run: (codeId: string, passages: readonly Span[]) => void;
  close: () => void;
};

/** Puts one code on every place where words stand, after a look at the list. All of it is one step to undo. */
export function CodeAll({ asked, ...rest }: Props) {
  return (
    <Dialog opened={asked !== null} onClose={rest.close} title={`Code all “${asked?.query ?? ''}”`} size="xl">
      {asked && <CodeAllBody asked={asked} {...rest} />}
    </Dialog>
  );
}

function CodeAllBody({
  asked: { hits },
  source,
  codings,
  codeId,
  run,
  close,
}: Props & { asked: { hits: readonly Span[] } }) {
  const { codes, viewerId } = useProject();
  const choices = inOrder(codes.values()).flatMap(({ code }) =>
    code.archived ? [] : [{ value: code.id, label: path(codes, code.id).join(' › ') }],
  );
  const [chosen, setChosen] = useState(choices.some(({ value }) => value === codeId) ? codeId : null);
  const [extent, setExtent] = useState<Extent>('words');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { text, blocks, language, direction } = source;
  const passages = useMemo(
    () => candidates({ text, blocks, language }, hits, extent),
    [text, blocks, language, hits, extent],
  );
  const all = useMemo(() => {
    const by = { codeId: chosen, viewerId };
    return passages.map((each): Candidate => ({ ...each, isCoded: isCoded(codings, each, by) }));
  }, [passages, codings, chosen, viewerId]);
  const free = all.filter((each) => !each.isCoded);
  const taken = free.filter(({ id }) => !left.has(id));
  const toggle = useCallback((id: string) => setLeft((ids) => flipped(ids, id)), []);

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && taken.length > 0) run(chosen, taken);
      }}
    >
      <div className={classes.choices}>
        <Select
          label="Code"
          size="sm"
          searchable
          data-autofocus
          openOnFocus={false}
          placeholder="Choose a code"
          nothingFoundMessage="No code is called that."
          data={choices}
          value={chosen}
          onChange={setChosen}
          className={classes.code}
        />
        <div>
          <span className={classes.label} id="code-all-extent">
            Put it on
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby="code-all-extent"
            data={extentNames}
            value={extent}
            onChange={(value) => setExtent(value as Extent)}
          />
        </div>
      </div>
      {hits.length > mostCandidates && (
        <p className={classes.note}>
          These are the first {mostCandidates.toLocaleString('en')} of {hits.length.toLocaleString('en')} finds. Code
          them, then ask again for the rest, or look for a longer phrase.
        </p>
      )}
      <Checkbox
        size="xs"
        checked={taken.length > 0 && taken.length === free.length}
        indeterminate={taken.length > 0 && taken.length < free.length}
        disabled={free.length === 0}
        onChange={() => setLeft(taken.length > 0 ? new Set(free.map(({ id }) => id)) : new Set())}
        label={`${counted(taken.length, 'passage')} chosen of ${all.length}${already(all.length - free.length)}`}
      />
      <ol className={classes.list} aria-label="Passages found" tabIndex={0}>
        {all.map((each) => (
          <CodeAllRow
            key={each.id}
            {...{ text, direction }}
            candidate={each}
            taken={!each.isCoded && !left.has(each.id)}
            toggle={toggle}
          />
        ))}
      </ol>
      <div className={classes.foot}>
        <Button variant="default" size="sm" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="sm" disabled={!chosen || taken.length === 0}>
          Code {counted(taken.length, 'passage')}
        </Button>
      </div>
    </form>
  );
}

const extentNames = [
  { value: 'words', label: 'these words' },
  { value: 'sentence', label: 'their sentence' },
  { value: 'paragraph', label: 'their paragraph' },
];

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function already(count: number): string {
  return count > 0 ? `; ${count} ${count === 1 ? 'has' : 'have'} this code of yours already` : '';
}
