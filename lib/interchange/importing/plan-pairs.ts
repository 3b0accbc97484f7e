import type { Pair } from '@/lib/documents';
import { newId } from '@/lib/log';
import { freeId } from './free-id';
import type { Notes } from './notes';
import type { Placed } from './plan';

type Decided = { keeps: boolean; documents: ReadonlyMap<string, Placed>; notes: Notes };

/** Pairs of which both documents come in new. One that is here already may stand in a pair, or was left alone on purpose. */
export function planPairs(come: readonly Pair[], { keeps, documents, notes }: Decided): Pair[] {
  const used = new Set<string>();
  const pairs = come.flatMap(({ id, originalId, translationId, anchors }) => {
    const [original, translation] = [documents.get(originalId), documents.get(translationId)];
    if (!original || !translation || original.joins || translation.joins) return [];
    return { id: keeps ? freeId(id, used) : newId(), originalId: original.id, translationId: translation.id, anchors };
  });
  notes.note(
    'Pairs of an original and its translation did not come in, since one of the two was here already: #.',
    come.length - pairs.length,
  );
  return pairs;
}
