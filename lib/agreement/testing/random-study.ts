import { randomFrom } from '@/lib/chance';
import type { CodedDocument, ReportInput } from '../report-shape';

/**
 * A made-up study that is the same on every machine: ten documents of thirty words in six sentences, three coders of whom
 * each document has two or three, two codes, passages of which most are marked by all and some by one.
 */
export function randomStudy(): ReportInput {
  const random = randomFrom(2026);
  const documents = Array.from({ length: 10 }, (_, index): CodedDocument => {
    const finished = ['ana', 'ben', 'chi'].filter((_coder, place) => place !== index % 4);
    const passages = Array.from({ length: 5 }, () => ({
      start: Math.floor(random() * 24) * 5,
      words: 1 + Math.floor(random() * 6),
      codeId: random() < 0.6 ? 'A' : 'B',
      all: random() < 0.7,
    }));
    const codings = passages.flatMap(({ start, words, codeId, all }, passage) =>
      (all ? finished : finished.slice(0, 1)).map((coderId) => ({
        id: `${index}-${passage}-${coderId}`,
        coderId,
        codeId,
        start,
        end: start + 5 * words - 1,
      })),
    );
    return {
      id: `d${index}`,
      title: `Document ${index}`,
      text,
      units: { word: stretches(5, 1), sentence: stretches(25, 1), paragraph: stretches(150, 1) },
      finished,
      codings,
    };
  });
  return {
    documents,
    coders: ['ana', 'ben', 'chi'].map((id) => ({ id, name: id })),
    codes: ['A', 'B'].map((id) => ({ id, name: id, parentId: null })),
  };
}

const text = 'word word word word wor. '.repeat(6);

/** A flat unit table of equal stretches, each without its last `gap` characters. */
function stretches(length: number, gap: number): Int32Array {
  return Int32Array.from(
    { length: (text.length / length) * 2 },
    (_, edge) => Math.floor(edge / 2) * length + (edge % 2) * (length - gap),
  );
}
