import { isOwn, passagesOf, type Coding, type Extent, type Passage } from '@/lib/codings';
import { excerpt, type Block, type Piece, type Span } from '@/lib/text';
import { codingsAt, type DocumentCodings } from './document-codings';

/** What one find could become: the passage, and whether the viewer has this code on it already. */
export type Candidate = Passage & { id: string; isCoded: boolean };

/** More than this in one go is more than anybody looks through. */
export const mostCandidates = 2_000;

type Source = { text: string; blocks: readonly Block[]; language: string | null };

/** The passages that finds stand for; one that holds nothing but white space stands for none. */
export function candidates(source: Source, hits: readonly Span[], extent: Extent): Omit<Candidate, 'isCoded'>[] {
  return passagesOf(source, hits.slice(0, mostCandidates), extent).map((passage) => ({
    ...passage,
    id: `${passage.start}-${passage.end}`,
  }));
}

type By = { codeId: string | null; viewerId: string };

/** True where the viewer has put this code on exactly these words: nobody can do so twice. */
export function isCoded(codings: DocumentCodings, { start, end }: Span, { codeId, viewerId }: By): boolean {
  const isSame = (coding: Coding) =>
    coding.start === start && coding.end === end && coding.codeId === codeId && isOwn(coding, viewerId);
  return codingsAt(codings, { start, end }).some(isSame);
}

/** The passage in its surroundings, the find in it set apart; of a long passage the words around the find. */
export function shown(text: string, { start, end, hit }: Passage): Piece[] {
  const isLong = end - start > longest;
  return excerpt(text, isLong ? hit : { start, end }, {
    marked: [hit],
    reach: { around: isLong ? longest / 2 : 40, unit: longest },
  });
}

const longest = 300;
