import { expect, it } from 'vitest';
import { differences } from './differences';
import { report } from './report';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';

const study = drawnStudy([
  drawnDocument('d1', { ana: '{A|a.|A} b. {B|c.|B} d.', ben: 'a. {A|b.|A} c. d.', chi: '{A|a.|A} b. c. d.' }),
  drawnDocument('d2', { ana: '{A|a.|A} {A|b.|A}', ben: 'a. b.' }),
]);

it('lists in text order where finished coders differ, and who said what', () => {
  const found = differences(study, usualChoices, 'A');
  expect(found).toEqual([
    { documentId: 'd1', unit: { start: 0, end: 2 }, codeId: 'A', yes: ['ana', 'chi'], no: ['ben'] },
    { documentId: 'd1', unit: { start: 3, end: 5 }, codeId: 'A', yes: ['ben'], no: ['ana', 'chi'] },
    { documentId: 'd2', unit: { start: 0, end: 2 }, codeId: 'A', yes: ['ana'], no: ['ben'] },
    { documentId: 'd2', unit: { start: 3, end: 5 }, codeId: 'A', yes: ['ana'], no: ['ben'] },
  ]);
});

it('mixes all codes in text order when no code is asked for', () => {
  expect(
    differences(study, usualChoices).map(({ documentId, codeId, unit }) => `${documentId} ${unit.start} ${codeId}`),
  ).toEqual(['d1 0 A', 'd1 3 A', 'd1 6 B', 'd2 0 A', 'd2 3 A']);
});

it('finds as many units as the report counts', () => {
  for (const unit of ['word', 'sentence', 'paragraph', 'document'] as const) {
    const choices = { ...usualChoices, unit };
    const { codes, documents } = report(study, choices);
    const units = new Set(
      differences(study, choices).map(({ documentId, unit: place }) => `${documentId} ${place.start}`),
    );
    for (const { codeId, differing } of codes) expect(differences(study, choices, codeId)).toHaveLength(differing);
    expect(units.size).toBe(documents.reduce((sum, document) => sum + document.differences, 0));
  }
});

it('gives stretches of characters as one unit each, skipping white space where that is asked for', () => {
  const drawn = drawnStudy([drawnDocument('d', { ana: 'a {A|b  c|A} d', ben: 'a b  c d' })]);
  const places = (unit: 'char' | 'charNonSpace') =>
    differences(drawn, { ...usualChoices, unit }).map(({ unit: place }) => place);
  expect(places('char')).toEqual([{ start: 2, end: 6 }]);
  expect(places('charNonSpace')).toEqual([{ start: 2, end: 6 }]);
});
