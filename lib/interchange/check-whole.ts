import { sides, type Pair } from '@/lib/documents';
import { crossing } from '@/lib/documents/pairs';
import { archiveFile } from './archive-file';
import { checkCodings, checkTree, uniqueIds, type Known } from './check-lists';
import { checkRounds } from './check-rounds';
import type { Contents, WholeDocument } from './memory-archive';
import { refuse } from './unreadable';

/** Refuses an archive in which an id stands twice, something is named that is not there, or a quote is not what its place reads. */
export function checkWhole(contents: Contents): void {
  const { members, documents, pairs, codes, finished, codings, attributes } = contents;
  const holds = {
    member: uniqueIds(archiveFile.members, members),
    document: uniqueIds(archiveFile.documents, documents),
    code: uniqueIds(archiveFile.codes, codes),
  };
  uniqueIds(archiveFile.attributes, attributes);
  uniqueIds(archiveFile.pairs, pairs);
  uniqueIds(archiveFile.finished, finished);
  const need: Known['need'] = (kind, id, where) => {
    if (!holds[kind].has(id)) refuse(where, `it names the ${kind} ${id}, which the archive does not hold`);
  };
  for (const { coderId, documentId } of finished) {
    need('member', coderId, archiveFile.finished);
    need('document', documentId, archiveFile.finished);
  }
  checkPairs(pairs, documents);
  checkTree(codes, archiveFile.codes);
  const known = { texts: new Map(documents.map(({ id, text }) => [id, text])), need };
  checkCodings(codings, known, { where: archiveFile.codings, codes: null });
  checkRounds(contents, known);
}

/** Each document stands in one pair at most, and anchors name blocks that there are, in one order. */
function checkPairs(pairs: readonly Pair[], documents: readonly WholeDocument[]): void {
  const where = archiveFile.pairs;
  const free = new Map(documents.map(({ id, blocks }) => [id, blocks.length]));
  for (const { originalId, translationId, anchors } of pairs) {
    const counts = { original: free.get(originalId), translation: free.get(translationId) };
    for (const id of [originalId, translationId]) {
      if (!free.delete(id))
        refuse(where, `it names the document ${id}, which the archive does not hold or another pair has`);
    }
    const beyond = anchors.some((anchor) => sides.some((side) => anchor[side] >= counts[side]!));
    if (beyond) refuse(where, 'it puts together blocks that the texts do not have');
    if (crossing(anchors)) refuse(where, 'it puts blocks together against the order of the texts');
  }
}
