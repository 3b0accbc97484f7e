import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognised } from './formats';
import { oneFile, type Incoming } from './incoming';
import { gathered } from './memory-archive';

/** Files that other programs wrote, and hostile ones, where they lie beside the checkout. */
const samples = '../shared/interchange';
const hostile = '../shared/hostile';

async function readSample(incoming: Incoming) {
  const format = await recognised(incoming);
  const { archive, notes } = await format.read(incoming);
  return { format: format.name, notes, ...(await gathered(archive)) };
}

/** A sample as it lies there; an annotation that stands off its text with the text. */
function file(path: string): Incoming {
  const { name, files } = oneFile(path, readFileSync(join(samples, path)));
  if (!path.endsWith('.ann')) return { name, files };
  const text = path.replace(/ann$/, 'txt');
  return { name, files: new Map([...files, ...oneFile(text, readFileSync(join(samples, text))).files]) };
}

describe.skipIf(!existsSync(samples))(
  'samples of other programs (skipped where ../shared/interchange is not there)',
  () => {
    const counts: [path: string, format: string, documents: number, codes: number, codings: number, members: number][] =
      [
        ['refi-qda/nvivo-win-12.6-masked.qdpx', 'refi-qda-project', 1, 152, 303, 2],
        ['refi-qda/nvivo-mac-15-codebook-and-empty-sources.qdpx', 'refi-qda-project', 2, 262, 0, 2],
        ['refi-qda/qc-1.3.2-board-meeting.qdpx', 'refi-qda-project', 1, 262, 205, 1],
        ['refi-qda/atlasti-8.4-standard-project.qde', 'refi-qda-project', 0, 14, 0, 3],
        ['refi-qda/f4-2025.2.9-project.qde', 'refi-qda-project', 0, 1, 0, 0],
        ['refi-qda/spec-annex-a1-codebook.qdc', 'refi-qda-codebook', 0, 6, 0, 0],
        ['refi-qda/atlasti-win-23.4-codebook.qdc', 'refi-qda-codebook', 0, 1, 0, 0],
        ['refi-qda/mastodonmoodboard-nonguid-ids.qdc', 'refi-qda-codebook', 0, 44, 0, 0],
        ['doccano/relation_extraction.jsonl', 'doccano', 1, 3, 4, 1],
        ['doccano/sequence_labeling.jsonl', 'doccano', 3, 3, 4, 1],
        ['maxqda/maxqda-coded-segments-pl.csv', 'passage-table', 39, 7, 402, 1],
        ['uima-webanno/casWithEmojiUnicodeTextAndAnnotations.json', 'uima-cas', 1, 1, 9, 1],
        ['uima-webanno/casWithEmojiUnicodeTextAndAnnotations.xmi', 'uima-cas', 1, 1, 9, 1],
        ['uima-webanno/casWithTextAndAnnotations.json', 'uima-cas', 1, 1, 4, 1],
        ['uima-webanno/webanno-testMultiTokenSpanWithFeatureValue.tsv', 'webanno-tsv', 1, 2, 1, 1],
        ['uima-webanno/webanno-testSentenceWithEmoji.tsv', 'webanno-tsv', 1, 1, 1, 1],
        ['uima-webanno/webanno-testSentenceWithLineBreak.tsv', 'webanno-tsv', 1, 1, 1, 1],
        ['uima-webanno/webanno-testTokenBoundedSpanWithNastyFeatureValue.tsv', 'webanno-tsv', 1, 2, 5, 1],
        ['uima-webanno/webanno-testTokenBoundedStackedSpanWithFeatureValue.tsv', 'webanno-tsv', 1, 2, 5, 1],
        ['brat/040-text_span_annotation.ann', 'brat', 1, 3, 4, 1],
        ['brat/090-event_structures.ann', 'brat', 1, 4, 22, 1],
      ];

    it.each(counts)('%s: read as %s with everything in it', async (path, format, ...numbers) => {
      const read = await readSample(file(path));
      expect(read.format).toBe(format);
      expect([read.documents, read.codes, read.codings, read.members].map((list) => list.length)).toEqual(numbers);
    });

    it('reads each selection of NVivo with the words it is known to have, and its codes', async () => {
      const { codings, codes } = await readSample(file('refi-qda/nvivo-win-12.6-masked.qdpx'));
      const path = join(samples, 'refi-qda/nvivo-win-12.6-masked.expected.json');
      const { selections } = JSON.parse(readFileSync(path, 'utf8')) as {
        selections: { text: string; codes: string[] }[];
      };
      const names = new Map(codes.map(({ id, name }) => [id, name]));
      const wanted = selections.flatMap((each) =>
        each.codes.map((code) => `${code}: ${each.text.replaceAll('\r\n', '\n')}`),
      );
      expect(codings.map(({ codeId, quote }) => `${names.get(codeId)}: ${quote}`).sort()).toEqual(wanted.sort());
    });
  },
);

const kinds = ['qda', 'path', 'xml', 'zip', 'control'];
type Item = { file: string; expect: string; says?: string; text?: { file?: string } };
const manifest = join(hostile, 'manifest.json');
const items = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { items: Item[] }).items : [];

describe.skipIf(items.length === 0)('hostile projects (skipped where ../shared/hostile is not there)', () => {
  const wanted = items.filter(
    ({ file: path }) => path.endsWith('.qdpx') && kinds.some((kind) => path.includes(`/${kind}/`)),
  );

  it.each(wanted.map((item) => [item.file, item] as const))('does with %s what must be done', async (path, item) => {
    const outcome = await readSample(oneFile(path, readFileSync(join(hostile, path)))).catch(
      (error: unknown) => error as Error,
    );
    if (outcome instanceof Error) {
      expect(outcome).toMatchObject({
        name: 'Refusal',
        message: expect.stringMatching(new RegExp(item.says ?? '^$', 'i')),
      });
      return;
    }
    expect(item.expect).not.toBe('reject');
    if (item.text?.file) expect(outcome.documents[0]!.text).toBe(readFileSync(join(hostile, item.text.file), 'utf8'));
  });

  it('covers every project there is', () => {
    const there = kinds.flatMap((kind) =>
      readdirSync(join(hostile, 'files', kind)).filter((name) => name.endsWith('.qdpx')),
    );
    expect(wanted).toHaveLength(there.length);
  });
});
