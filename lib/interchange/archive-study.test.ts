import { expect, it } from 'vitest';
import { answerSpans, projectCase } from '@/lib/agreement/cases';
import type { Code } from '@/lib/codebook';
import { finishedId, type Coding } from '@/lib/codings';
import { plainBlocks } from '@/lib/text';
import { studyOf } from './archive-study';
import { memoryArchive, type Contents } from './memory-archive';
import { readArchive } from './read-archive';
import { wholeFile } from './testing/whole-file';
import { archive } from './formats/archive';
import { createHash } from 'node:crypto';

/**
 * Ten sentences. Ann puts Stability on 1 to 4, Ben on 1, 2, 3 and 5: agreement .8, alpha 1 − .2/.505263 = .604, as worked
 * out by hand in the journey of the two analysts.
 */
const sentences = ['Calm.', 'Order.', 'Peace.', 'Talks.', 'Rest.', 'Wheat.', 'Rail.', 'Rain.', 'Rooms.', 'Thanks.'];
const text = sentences.join('\n\n');
const finishedAt = '2026-03-02T10:00:00.000Z';

function code(id: string, createdAt: string): Code {
  const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [] };
  const rest = { parentId: null, position: 0, color: '#1c7ed6', shortcut: null, version: 1, archived: false };
  return { id, name: id, ...rules, ...rest, createdAt };
}

function coding(coderId: string, sentence: number, more: Partial<Coding> = {}): Coding {
  const start = text.indexOf(sentences[sentence - 1]!);
  const end = start + sentences[sentence - 1]!.length;
  const fixed = { documentId: 'd', codeId: 'Stability', layer: 'coder', memo: '', codebookVersion: 1 } as const;
  const times = { createdAt: finishedAt, updatedAt: finishedAt };
  return {
    id: `${coderId}-${sentence}-${more.layer ?? ''}`,
    coderId,
    start,
    end,
    quote: text.slice(start, end),
    ...fixed,
    ...times,
    ...more,
  };
}

function project(codes: Code[]): Contents {
  const person = (id: string) => ({ id, name: id, role: 'coder', shade: 0, removed: false, attributes: {} }) as const;
  const mark = (coderId: string) => ({
    id: finishedId('d', coderId),
    documentId: 'd',
    coderId,
    at: finishedAt,
    codebookVersion: 1,
  });
  return {
    project: { id: 'p', title: 'Ten sentences', description: '' },
    members: ['Ann', 'Ben', 'Cem', 'Olga'].map(person),
    ...{ coderAttributes: [], attributes: [], pairs: [], rounds: [], codes },
    ...{ codebookVersion: 1, settlements: [], comments: [], closings: [] },
    documents: [
      {
        ...{ id: 'd', title: 'Ten', language: 'en', direction: 'ltr', attributes: {}, createdAt: finishedAt },
        ...{
          text,
          blocks: plainBlocks(text),
          length: text.length,
          sha256: createHash('sha256').update(text).digest('hex'),
        },
      },
    ],
    finished: [mark('Ann'), mark('Ben')],
    codings: [
      ...[1, 2, 3, 4].map((n) => coding('Ann', n)),
      ...[1, 2, 3, 5].map((n) => coding('Ben', n)),
      coding('Cem', 6),
      coding('Ann', 7, { layer: 'consensus' }),
    ],
  };
}

async function answered(contents: Contents) {
  const bytes = await wholeFile(archive.write!(memoryArchive(contents), 'exact'));
  return answerSpans(projectCase(await studyOf(await readArchive(new Uint8Array(bytes)))));
}

it('counts of an exported archive what the page counts: finished coders, their own codings, each sentence once', async () => {
  const { measures } = await answered(project([code('Stability', '2026-01-01T00:00:00.000Z')]));
  const found = measures['sentence.any'] as unknown as Record<string, Record<string, number>>;
  expect(found['Stability']).toMatchObject({ units: 10, percentAgreement: 0.8 });
  expect(found['Stability']!['krippendorffAlpha.nominal']).toBeCloseTo(1 - 0.2 / 0.5052631578947369, 12);
});

it('takes a code that is younger than a coder’s pass for missing there, never for a no', async () => {
  const codes = [code('Stability', '2026-01-01T00:00:00.000Z'), code('Late', '2026-04-01T00:00:00.000Z')];
  const { measures, reasons } = await answered(project(codes));
  const found = measures['sentence.any'] as unknown as Record<string, Record<string, number | null>>;
  expect(found['Late']).toMatchObject({ units: 0, percentAgreement: null });
  expect(reasons['sentence.any.Late.percentAgreement']).toBeTruthy();
  expect(found['Stability']).toMatchObject({ units: 10, percentAgreement: 0.8 });
});
