import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import { checkQuote } from '@/lib/text';
import { refuse } from './unreadable';

/** What an archive holds, by id, and refusals for what it names and does not hold. */
export type Known = {
  texts: ReadonlyMap<string, string>;
  need: (kind: 'member' | 'document' | 'code', id: string, where: string) => void;
};

/** `codes`: where the codings have others than the codebook of the archive. */
export type Lines = { where: string; codes: ReadonlySet<string> | null };

/** Codings of one file, each of which names what is there and quotes what its place reads. */
export function checkCodings(codings: readonly Coding[], { texts, need }: Known, { where, codes }: Lines): void {
  uniqueIds(where, codings);
  for (const [index, coding] of codings.entries()) {
    const line = `${where}, line ${index + 1}`;
    need('member', coding.coderId, line);
    need('document', coding.documentId, line);
    if (codes === null) need('code', coding.codeId, line);
    else if (!codes.has(coding.codeId)) refuse(line, `the codebook of that round has no code ${coding.codeId}`);
    const fault = checkQuote(texts.get(coding.documentId)!, coding, coding.quote);
    if (fault) refuse(line, fault);
  }
}

/** Parents may be deleted codes, which an archive leaves out; but nobody is their own ancestor. */
export function checkTree(codes: readonly Code[], where: string): void {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const sound = new Set<string>();
  for (const { id, name } of codes) {
    const above = new Set<string>();
    for (let at: string | null | undefined = id; at && !sound.has(at); at = parents.get(at)) {
      if (above.has(at)) refuse(where, `the code “${name}” stands below itself`);
      above.add(at);
    }
    for (const each of above) sound.add(each);
  }
}

export function uniqueIds(where: string, items: readonly { id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) refuse(where, `the id ${id} occurs twice`);
    ids.add(id);
  }
  return ids;
}
