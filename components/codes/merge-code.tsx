import { Button, Checkbox, Group, Select, Stack, type OptionsFilter } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { inOrder, subtree, type Code } from '@/lib/codebook';
import { mergingInWords } from './merging-in-words';
import { rank, searchable } from './rank';
import { codePath } from './visible-nodes';

type Props = {
  /** The code that will go; null while nothing is asked. */
  code: Code | null;
  count: number;
  where: string;
  onClose: () => void;
  onMerged: (into: string) => void;
};

/** Asks into which code another goes, says what that will do, and does it. */
export function MergeCode({ code, ...rest }: Props) {
  return (
    <Dialog opened={code !== null} onClose={rest.onClose} title={code ? `Merge “${code.name}” into…` : ''}>
      {code && <MergeForm key={code.id} code={code} {...rest} />}
    </Dialog>
  );
}

function MergeForm({ code, count, where, onClose, onMerged }: Props & { code: Code }) {
  const { codes } = useProject();
  const send = useSend();
  const [chosen, setChosen] = useState<string | null>(null);
  const [rules, setRules] = useState(hasRules(code));
  const [examples, setExamples] = useState(code.examples.length > 0);
  const { data, filter } = useTargets(code);
  const into = codes.get(chosen ?? '');

  const merge = async () => {
    if (!into) return;
    onClose();
    if (!(await send('code.merge', { id: code.id, into: into.id, rules, examples }))) return;
    onMerged(into.id);
    notifications.show({
      title: `“${code.name}” is merged into “${into.name}”`,
      message: 'Ctrl+Z makes them two codes again.',
    });
  };

  return (
    <Stack gap="sm">
      <Select
        label="The code that stays"
        placeholder="Find a code"
        data={data}
        filter={filter}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No code fits"
        data-autofocus
        value={chosen}
        onChange={setChosen}
      />
      {hasRules(code) && (
        <Checkbox
          label={`Add the definition and rules of “${code.name}” to its own`}
          checked={rules}
          onChange={(event) => setRules(event.currentTarget.checked)}
        />
      )}
      {code.examples.length > 0 && (
        <Checkbox
          label={`Add the examples of “${code.name}”, too`}
          checked={examples}
          onChange={(event) => setExamples(event.currentTarget.checked)}
        />
      )}
      {into && (
        <div role="status">
          {mergingInWords({
            from: code.name,
            into: into.name,
            count,
            where,
            inside: childrenOf(codes.values(), code.id),
          }).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!into} onClick={() => void merge()}>
          Merge
        </Button>
      </Group>
    </Stack>
  );
}

/** The codes that this one can go into, searched as the picker searches them. */
function useTargets(code: Code) {
  const { codes } = useProject();
  return useMemo(() => {
    const below = new Set(subtree(codes.values(), code.id));
    const others = inOrder(codes.values()).flatMap((node) =>
      below.has(node.code.id) || node.code.archived ? [] : [node.code],
    );
    const items = searchable(others, codes);
    const data = others.map(({ id }) => ({ value: id, label: codePath(codes, id) }));
    const filter: OptionsFilter = ({ search }) => {
      // An option that was chosen stands in the field as its label; then all are offered.
      const query = data.some(({ label }) => label === search) ? '' : search;
      return rank(items, query, []).map((item) => data.find(({ value }) => value === item.code.id)!);
    };
    return { data, filter };
  }, [codes, code.id]);
}

function hasRules({ definition, useWhen, avoidWhen }: Code): boolean {
  return definition + useWhen + avoidWhen !== '';
}

function childrenOf(codes: Iterable<Code>, id: string): number {
  return [...codes].filter(({ parentId }) => parentId === id).length;
}
