import { useHotkeys } from '@mantine/hooks';
import { useEffect, useSyncExternalStore } from 'react';
import { useClient, useProject, useSend, useSendStep, useUndo } from '@/components/project/provider';
import { outcomeOf, recoded, type Coding, type Outcome } from '@/lib/codings';
import type { Item, ReviewPage } from './review';

export type ReviewActs = {
  outcome: (item: Item) => Outcome;
  keep: (items: Item[]) => void;
  recode: (item: Item) => void;
  drop: (item: Item) => void;
};

/** Lists whose codings the project holds. */
const held = new WeakSet<Item[]>();

/** What somebody decides about their listed codings. What becomes of each is read off the project, so undo undoes it. */
export function useReview({ items, versions }: Pick<ReviewPage, 'items' | 'versions'>) {
  const { codings, codes, codebookVersion } = useProject();
  const client = useClient();
  const send = useSend();
  const sendStep = useSendStep();
  const { undo, redo } = useUndo();
  const isHeld = useSyncExternalStore(
    client.subscribe,
    () => held.has(items),
    () => false,
  );
  useHotkeys([
    ['mod+Z', () => void undo()],
    ['mod+shift+Z', () => void redo()],
  ]);

  useEffect(() => {
    const listed = Map.groupBy(
      items.map(({ coding }) => coding),
      ({ documentId }) => documentId,
    );
    held.add(items);
    for (const [documentId, own] of listed) client.load(documentId, own);
  }, [client, items]);

  const outcome = ({ coding }: Item): Outcome => {
    // Until the project knows of them, the codings are as the server listed them.
    const now = isHeld ? codings.get(coding.id) : coding;
    return outcomeOf(coding.codeId, now, codes.get(coding.codeId));
  };
  const keep = (kept: Item[]) => {
    const open = kept.filter((item) => outcome(item) === 'open');
    // What is confirmed is the meaning that stands on the page, not one that came while it was read.
    const read = ({ codeId }: Coding) => versions[codeId]?.[0]?.version ?? codebookVersion;
    void sendStep(
      open.map(({ coding }) => ({ kind: 'coding.confirm', body: { id: coding.id, version: read(coding) } })),
    );
  };
  const put = ({ id, ...coding }: Coding, codeId: string) => {
    if (codeId === coding.codeId) return keep(items.filter((item) => item.coding.id === id));
    void sendStep(recoded({ id, ...coding }, codeId, codebookVersion));
  };
  const drop = ({ coding: { id } }: Item) => void send('coding.remove', { id });
  return { outcome, keep, put, drop };
}
