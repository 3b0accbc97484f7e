import { finishedId, type Coding, type CodingsState } from './coding';

/** A placeholder of an import, and the member who it turned out to be. */
export type Claim = { placeholderId: string; userId: string };

type Work = Pick<CodingsState, 'codings' | 'finished'>;

/**
 * The placeholder's codings and finished marks as the member's. Where the member has the same code on the same span in the
 * same layer already, or the same mark, the placeholder keeps its own: nothing is lost and nothing doubled.
 */
export function handedOver({ codings, finished }: Work, { placeholderId, userId }: Claim): Work {
  const all = [...codings.values()];
  const taken = new Set(all.filter(({ coderId }) => coderId === userId).map(placeOf));
  const going = all.filter((each) => each.coderId === placeholderId && !taken.has(placeOf(each)));
  const marks = [...finished.values()].filter(
    ({ coderId, documentId }) => coderId === placeholderId && !finished.has(finishedId(documentId, userId)),
  );
  return {
    codings: going.reduce((table, coding) => table.with({ ...coding, coderId: userId }), codings),
    finished: marks.reduce(
      (table, mark) =>
        table.without(mark.id).with({ ...mark, id: finishedId(mark.documentId, userId), coderId: userId }),
      finished,
    ),
  };
}

function placeOf({ documentId, codeId, layer, start, end }: Coding): string {
  return [documentId, codeId, layer, start, end].join();
}
