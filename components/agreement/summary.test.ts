import { expect, it } from 'vitest';
import { report, type CodedDocument } from '@/lib/agreement';
import { drawnDocument, drawnStudy, usualChoices } from '@/lib/agreement/testing/drawn-study';
import { summaryOf } from './summary';

it('says in sentences what was compared, by whom, and how far they agree', () => {
  const [where, same, codes] = summary([
    drawnDocument('d1', { ana: '{A|a.|A} b. c. d.', ben: '{A|a.|A} {A|b.|A} c. d.' }),
    drawnDocument('d2', { ana: '{B|a.|B} b.', ben: '{B|a.|B} b.', chi: '{B|a.|B} b.' }),
  ]);
  expect(where).toMatch(/^On 6 sentences of 2 documents, coded by two or more of 3 coders \(ana, ben and chi\), Krippendorff’s alpha .* is 0\.\d{3} \(95% interval/);
  // Every sentence weighs the same: all pairs agree on five of the six.
  expect(same).toBe('Two coders put exactly the same codes on a sentence 83.3% of the time.');
  expect(codes).toMatch(/^By code, alpha runs from 0\.\d{3} \(“A”\) to 1\.000 \(“B”\)\.$/);
});

it('gives the reason in place of a number that is undefined', () => {
  const [where, , codes] = summary([drawnDocument('d', { ana: '{A|a.|A}', ben: '{A|a.|A}' })]);
  expect(where).toContain('is undefined. Only one value was ever used');
  expect(codes).toContain('No single code has an alpha');
});

it('has nothing to say when no two coders finished the same document', () => {
  expect(summary([drawnDocument('d', { ana: '{A|a.|A} b.' })])).toEqual([]);
});

function summary(documents: CodedDocument[]): string[] {
  const study = drawnStudy(documents);
  return summaryOf(report(study, usualChoices), { coders: study.coders.map((coder) => ({ ...coder, attributes: {} })) });
}
