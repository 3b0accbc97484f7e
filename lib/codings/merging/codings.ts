import { joinedWords } from '@/lib/codebook';
import type { Table } from '@/lib/log';
import type { Coding, CodingsState, Merged } from '../coding';

/** The part of a merge that codings follow: which change it was, and from which code to which. */
export type Merge = { merge: string; from: { id: string }; into: { id: string } };

type Changed = Pick<CodingsState, 'codings' | 'merged'>;

/**
 * The codings after `from` was merged into `into`: every coding of the one becomes a coding of the other. Where its
 * coder has that code on exactly the same span already, the two become one: the older coding of `into` stays and takes
 * in the memo. Both lie in one document and belong to one coder, so whoever sees one of them sees the other.
 *
 * What the merge did to each coding is written down once and done again the same, however often it is applied.
 */
export function mergeCodings(state: Changed, { merge, from, into }: Merge): Changed {
  const kept = new Map(
    [...state.codings.values()].filter(({ codeId }) => codeId === into.id).map((each) => [placeOf(each), each]),
  );
  const going = [...state.codings.values()].filter(({ codeId }) => codeId === from.id);
  const fates = going.flatMap((coding) => fatesOf(coding, { merge, kept: kept.get(placeOf(coding)) }));
  const merged = fates.reduce((table, fate) => (table.has(fate.id) ? table : table.with(fate)), state.merged);
  const codings = of(merged, merge).reduce((table, fate) => suffer(table, fate, into.id), state.codings);
  return { codings, merged };
}

/** The codings after a merge was taken back: each as it was, except for what its coder changed since. */
export function unmergeCodings(state: Changed, { merge, from, into }: Merge): Changed {
  const fates = of(state.merged, merge);
  const returned = fates.reduce(
    (table, fate) => giveBack(table, fate, { from: from.id, into: into.id }),
    state.codings,
  );
  const places = new Set([...returned.values()].filter(({ codeId }) => codeId === from.id).map(placeOf));
  const twins = fates.filter(({ fate, was }) => fate === 'twin' && !places.has(placeOf(was)));
  return { codings: twins.reduce((table, { was }) => table.with(was), returned), merged: state.merged };
}

/** Coder, layer, document and span: what two codings of one code never share. */
function placeOf({ documentId, coderId, layer, start, end }: Coding): string {
  return [documentId, coderId, layer, start, end].join();
}

function fatesOf(was: Coding, { merge, kept }: { merge: string; kept: Coding | undefined }): Merged[] {
  const fate = (of: Coding, what: Merged['fate'], became = ''): Merged => ({
    id: `${merge}/${of.id}`,
    mergeId: merge,
    fate: what,
    was: of,
    became,
  });
  if (!kept) return [fate(was, 'moved')];
  return [fate(was, 'twin'), fate(kept, 'joined', joinedWords(kept.memo, was.memo))];
}

function of(merged: Table<Merged>, merge: string): Merged[] {
  return [...merged.values()].filter(({ mergeId }) => mergeId === merge);
}

function suffer(codings: Table<Coding>, { fate, was, became }: Merged, codeId: string): Table<Coding> {
  const coding = codings.get(was.id);
  if (!coding) return codings;
  if (fate === 'twin') return codings.without(was.id);
  return codings.with(fate === 'moved' ? { ...coding, codeId } : { ...coding, memo: became });
}

function giveBack(
  codings: Table<Coding>,
  { fate, was, became }: Merged,
  { from, into }: { from: string; into: string },
): Table<Coding> {
  const coding = codings.get(was.id);
  if (!coding || fate === 'twin') return codings;
  if (fate === 'moved') return coding.codeId === into ? codings.with({ ...coding, codeId: from }) : codings;
  return coding.memo === became ? codings.with({ ...coding, memo: was.memo }) : codings;
}
