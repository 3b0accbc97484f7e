import { z } from 'zod';
import { id, kind, parts, type Table } from '@/lib/log';
import { finishedId, type Coding, type CodingsState } from '../coding';

const claimed = z.strictObject({ placeholderId: id, userId: id });

export type MemberClaimed = z.infer<typeof claimed>;
/** Who folds codings alone knows no members. */
type State = Pick<CodingsState, 'codings' | 'finished'> & { members?: Table<{ id: string; removed: boolean }> };

/** A placeholder's work comes under the name of the member who did it. Codings change with it, so the kind lives here. */
export const claimChanges = {
  'member.claim': kind<MemberClaimed, MemberClaimed, State>({
    permission: 'members:manage',
    body: claimed,
    subject: () => null,
    apply: (state, { body }) => ({ ...state, ...handedOver(state, body), ...withoutPlaceholder(state, body) }),
    touches: ({ placeholderId }) => parts('member', placeholderId, ['role']),
    invert: () => null,
  }),
};

/**
 * The placeholder's codings and finished marks as the member's. Where the member has the same code on the same span in the
 * same layer already, or the same mark, the placeholder keeps its own: nothing is lost and nothing doubled.
 */
function handedOver(
  { codings, finished }: State,
  { placeholderId, userId }: MemberClaimed,
): Pick<State, 'codings' | 'finished'> {
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

function withoutPlaceholder({ members }: State, { placeholderId }: MemberClaimed): Pick<State, 'members'> {
  const placeholder = members?.get(placeholderId);
  return placeholder ? { members: members!.with({ ...placeholder, removed: true }) } : {};
}
