import type { ReportInput } from '@/lib/agreement';
import type { Coding } from '@/lib/codings';
import { cutUnits } from '@/lib/text';
import type { Archive } from './archive';

/**
 * What agreement counts of an archive: every document with its units, who finished it and when, and the coders' own
 * codings; consensus, imports and machines are no coders. An archive does not keep units, so they are cut anew by the
 * platform's segmenter. Whoever finished nothing is no coder here.
 */
export async function studyOf(archive: Archive): Promise<ReportInput> {
  const codings = Map.groupBy(await ownCodings(archive), ({ documentId }) => documentId);
  const finished = Map.groupBy(archive.finished, ({ documentId }) => documentId);
  const coding = new Set(archive.finished.map(({ coderId }) => coderId));
  const documents: ReportInput['documents'][number][] = [];
  for (const { id, title, language } of archive.documents) {
    const { text, blocks } = await archive.text(id);
    const { word, sentence, paragraph } = cutUnits(text, blocks, language);
    const done = finished.get(id) ?? [];
    documents.push({
      ...{ id, title, text, units: { word, sentence, paragraph }, codings: codings.get(id) ?? [] },
      finished: done.map(({ coderId }) => coderId),
      finishedAt: Object.fromEntries(done.map(({ coderId, at }) => [coderId, at])),
    });
  }
  return { documents, coders: archive.members.filter(({ id }) => coding.has(id)), codes: archive.codes };
}

async function ownCodings(archive: Archive): Promise<Coding[]> {
  const own: Coding[] = [];
  for await (const some of archive.codings()) own.push(...some.filter(({ layer }) => layer === 'coder'));
  return own;
}
