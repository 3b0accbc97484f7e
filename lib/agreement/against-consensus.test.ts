import { expect, it } from 'vitest';
import { againstConsensus, type Settled } from './against-consensus';
import { report } from './report';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';

const study = drawnStudy([
  drawnDocument('d1', { ana: '{A|a.|A} b. {B|c.|B} d.', ben: 'a. {A|b.|A} c. d.' }),
  drawnDocument('d2', { ana: '{A|a.|A} {A|b.|A}', ben: 'a. b.' }),
]);

function codingsOf(coder: string, document: number): Settled[] {
  return study.documents[document]!.codings.filter(({ coderId }) => coderId === coder);
}

it('is complete where the consensus is what a coder said, and what the pair has where it is what the other said', () => {
  const consensus = new Map([
    ['d1', codingsOf('ana', 0)],
    ['d2', codingsOf('ana', 1)],
  ]);
  const [ana, ben] = againstConsensus(study, usualChoices, consensus);
  expect(ana).toMatchObject({ coderId: 'ana', documents: 2, units: 6, alpha: { value: 1 }, percent: { value: 1 } });
  expect(ana!.passages.exactF1).toEqual({ value: 1 });
  const [pair] = report(study, usualChoices).pairs;
  expect([ben!.alpha.value, ben!.percent.value, ben!.units]).toEqual([pair!.alpha.value, pair!.percent.value, pair!.n]);
});

it('looks at settled documents alone', () => {
  const [ana] = againstConsensus(study, usualChoices, new Map([['d1', codingsOf('ben', 0)]]));
  expect(ana).toMatchObject({ documents: 1, units: 4 });
});

it('says in words that there is nothing to compare before anything is settled', () => {
  const [ana] = againstConsensus(study, usualChoices, new Map());
  expect(ana).toMatchObject({ documents: 0, units: 0, alpha: { value: null, reason: 'noPairableUnits' } });
  expect(ana!.alpha.because).toMatch(/nothing to compare/);
  expect(ana!.passages.exactF1.value).toBeNull();
});

it('gives a reason where the consensus, and the coder, put no code anywhere', () => {
  const silent = drawnStudy([drawnDocument('d', { ana: 'a. b.', ben: '{A|a.|A} b.' })]);
  const [ana, ben] = againstConsensus(silent, usualChoices, new Map([['d', []]]));
  expect(ana!.alpha).toMatchObject({ value: null, reason: 'noVariation' });
  expect(ben!.percent.value).toBe(0.5);
});
