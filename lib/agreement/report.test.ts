import { describe, expect, it } from 'vitest';
import { report } from './report';
import type { CodedDocument, Report } from './report-shape';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';

const two = drawnDocument('d1', {
  ana: '{MONEY|The rent went up.|MONEY} We could not pay. {FAMILY|My aunt helped.|FAMILY} It was loud.',
  ben: '{MONEY|The rent went up.|MONEY} {MONEY|We could not pay.|MONEY} My aunt helped. It was loud.',
});

describe('a report on one document and two coders', () => {
  const { codes, overall, pairs } = report(drawnStudy([two]), usualChoices);
  const money = codes.find(({ codeId }) => codeId === 'MONEY');

  it('reduces a code to one yes or no per sentence and coder', () => {
    expect(money).toMatchObject({
      units: 4,
      pairableUnits: 4,
      documents: 1,
      doubleCodedDocuments: 1,
      positives: 3,
      decisions: 8,
      prevalence: 0.375,
    });
    expect(money?.pairs[0]).toMatchObject({ a: 'ana', b: 'ben', n: 4, both: 1, onlyA: 0, onlyB: 1, neither: 2 });
  });

  it('gives the numbers that one works out by hand', () => {
    // Agreement on 3 of 4; ana says yes to 1/4, ben to 2/4, so pe = 1/8 + 3/8; alpha = 1 - 7 (8 - 6) / (64 - 34)
    expect(money?.percent.value).toBeCloseTo(0.75, 12);
    expect(money?.pairs[0]?.cohen).toBeCloseTo(0.5, 12);
    expect(money?.alpha.value).toBeCloseTo(1 - 14 / 30, 12);
    expect(money?.positiveAgreement.value).toBeCloseTo(2 / 3, 12);
    expect(money?.negativeAgreement.value).toBeCloseTo(4 / 5, 12);
  });

  it('opens every number to the formula with its counts filled in', () => {
    expect(money?.alpha.explain.filled).toBe('1 - (8 - 1) · (8 - 6) / (8 · 8 - 34)');
    expect(money?.alpha.explain.counts.map(({ value }) => value)).toEqual([8, 6, 34]);
  });

  it('has one number for all codes together, and one per pair', () => {
    expect(overall).toMatchObject({ units: 4, pairableUnits: 4, documents: 1, doubleCodedDocuments: 1 });
    expect(overall.percent.value).toBeCloseTo(0.5, 12);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ a: 'ana', b: 'ben', n: 4, documents: 1, cohenMean: { codes: 2 } });
    expect(pairs[0]?.alpha.value).toBe(overall.alpha.value);
  });
});

describe('traps', () => {
  it('two coders who share an outer code and differ on an inner one do not agree wholly', () => {
    const { overall } = of(drawnDocument('d', { ana: '{OUT|a {IN|b|IN} c.|OUT} d.', ben: '{OUT|a b c.|OUT} d.' }));
    expect(overall.alpha.value).toBeLessThan(1);
    expect(overall.alpha.value).toBeGreaterThan(0);
  });

  it('a coder who finished a text and marked nothing said no to everything', () => {
    const { codes, leftOut } = of(drawnDocument('d', { ana: '{A|a.|A} b. c.', ben: 'a. b. c.' }));
    expect(codes[0]?.pairs[0]).toMatchObject({ n: 3, both: 0, onlyA: 1, onlyB: 0, neither: 2 });
    expect(leftOut).toEqual([]);
  });

  it('a coder who has not finished a text is missing there, and the report says so', () => {
    const drawn = drawnDocument('d', { ana: '{A|a.|A} b. c.', ben: 'a. {A|b.|A} c.', chi: '{A|a.|A} b. c.' });
    const { codes, leftOut, pairs } = of({ ...drawn, finished: ['ana', 'chi'] });
    expect(codes[0]?.decisions).toBe(6);
    expect(pairs.find(({ a, b }) => a === 'ana' && b === 'chi')?.n).toBe(3);
    expect(pairs.find(({ a, b }) => a === 'ben' || b === 'ben')).toMatchObject({
      n: 0,
      alpha: { value: null, reason: 'noPairableUnits' },
    });
    expect(leftOut).toMatchObject([{ documentId: 'd', coderId: 'ben', why: 'not-finished' }]);
    expect(leftOut[0]?.sentence).toContain('silence there does not mean "no"');
  });

  it('nobody marked anything: undefined, with the reason in words', () => {
    const study = drawnStudy([drawnDocument('d', { ana: 'a. b.', ben: 'a. b.' })]);
    const { codes, overall } = report({ ...study, codes: [{ id: 'A', name: 'A', parentId: null }] }, usualChoices);
    expect(codes[0]?.alpha).toMatchObject({ value: null, reason: 'noVariation', interval: null });
    expect(overall.alpha.because).toMatch(/0\/0/);
    expect(codes[0]?.percent.value).toBe(1);
    expect(codes[0]?.warnings.map(({ kind }) => kind)).toEqual(['one-category']);
  });

  it('the same span marked twice scores as marked once', () => {
    const once = two.codings;
    const twice = { ...two, codings: [...once, ...once.map((coding) => ({ ...coding, id: `${coding.id}-again` }))] };
    for (const unit of ['sentence', 'word', 'char'] as const) {
      expect(report(drawnStudy([twice]), { ...usualChoices, unit })).toEqual(
        report(drawnStudy([two]), { ...usualChoices, unit }),
      );
    }
  });

  it('a partial overlap never scores above an exact match', () => {
    const exact = of(drawnDocument('d', { ana: 'a {A|b c d|A} e f.', ben: 'a {A|b c d|A} e f.' }), 'char');
    for (const ben of ['a b {A|c d|A} e f.', '{A|a b c|A} d e f.', 'a b c d {A|e f|A}.', '{A|a b c d e f.|A}']) {
      const partial = of(drawnDocument('d', { ana: 'a {A|b c d|A} e f.', ben }), 'char');
      expect(partial.codes[0]?.alpha.value).toBeLessThan(exact.codes[0]?.alpha.value ?? 0);
    }
  });

  it('pools the units of all documents and says how many documents that are', () => {
    const agreed = drawnDocument('d1', { ana: '{A|a.|A} b.', ben: '{A|a.|A} b.' });
    const blank = drawnDocument('d2', { ana: 'a. b. c.', ben: 'a. b. c.' });
    const { codes, documents, documentIds } = report(drawnStudy([agreed, blank]), usualChoices);
    expect(codes[0]).toMatchObject({ units: 5, documents: 2, doubleCodedDocuments: 2, alpha: { value: 1 } });
    expect(documents.map(({ alpha }) => alpha.value)).toEqual([1, null]);
    expect(documentIds).toEqual(['d1', 'd2']);
  });

  it('a span that ends in white space does not touch the next sentence', () => {
    const trimmed = drawnDocument('d', { ana: '{A|a b.|A} c d.', ben: '{A|a b.|A} c d.' });
    const trailing = {
      ...trimmed,
      codings: trimmed.codings.map((coding, index) => ({ ...coding, end: coding.end + (index === 0 ? 1 : 0) })),
    };
    expect(of(trailing).codes[0]?.alpha.value).toBe(1);
  });

  it('offsets are UTF-16 units: an emoji before a span moves it by two', () => {
    const { codes } = of(drawnDocument('d', { ana: '😀 a. {A|b.|A} c.', ben: '😀 a. {A|b.|A} c.' }));
    expect(codes[0]).toMatchObject({ units: 3, positives: 2, alpha: { value: 1 } });
  });

  it('codings of somebody who is no chosen coder, such as a consensus layer, never count', () => {
    const drawn = drawnDocument('d', { ana: '{A|a.|A} b.', ben: 'a. b.', consensus: '{A|a.|A} b.' });
    const all = report(drawnStudy([drawn]), { ...usualChoices, coderIds: ['ana', 'ben'] });
    expect(all.codes[0]).toMatchObject({ decisions: 4, positives: 1 });
    expect(all.pairs).toHaveLength(1);
  });

  it('a code younger than a coding pass is missing for that coder, not absent', () => {
    const drawn = {
      ...drawnDocument('d', { ana: '{A|a.|A} b.', ben: 'a. b.' }),
      finishedAt: { ana: '2026-03-02T10:00:00Z', ben: '2026-03-01T10:00:00Z' },
    };
    const study = {
      ...drawnStudy([drawn]),
      codes: [{ id: 'A', name: 'A', parentId: null, createdAt: '2026-03-02T00:00:00Z' }],
    };
    const { codes, leftOut } = report(study, usualChoices);
    expect(codes[0]).toMatchObject({
      decisions: 2,
      pairableUnits: 0,
      alpha: { value: null, reason: 'noPairableUnits' },
    });
    expect(leftOut).toMatchObject([{ coderId: 'ben', codeId: 'A', why: 'code-younger' }]);
  });

  it('takes ids for names: codes and coders that differ in case or by a space are different', () => {
    const study = drawnStudy([drawnDocument('d', { ana: '{A|a.|A} b.', ben: '{A|a.|A} b.' })]);
    const lower = study.documents.map((document) => ({
      ...document,
      codings: document.codings.map((coding, index) => (index === 0 ? { ...coding, codeId: 'a' } : coding)),
    }));
    const { codes } = report(
      { ...study, documents: lower, codes: ['A', 'a', 'A '].map((id) => ({ id, name: id, parentId: null })) },
      usualChoices,
    );
    expect(codes.map(({ positives }) => positives)).toEqual([1, 1, 0]);
  });
});

describe('choices', () => {
  it('rolls children up by union: two children on one sentence are one parent', () => {
    const drawn = drawnDocument('d', { ana: '{X|{Y|a.|Y}X] b. c.', ben: '{Y|a.|Y} {X|b.|X} c.' });
    const codes = [
      { id: 'P', name: 'Parent', parentId: null },
      { id: 'X', name: 'X', parentId: 'P' },
      { id: 'Y', name: 'Y', parentId: 'P' },
    ];
    const rolled = report({ ...drawnStudy([drawn]), codes }, { ...usualChoices, rollUp: true, codeIds: ['P'] });
    expect(rolled.codes).toHaveLength(1);
    expect(rolled.codes[0]).toMatchObject({ positives: 3 });
    const flat = report({ ...drawnStudy([drawn]), codes }, { ...usualChoices, codeIds: ['P'] });
    expect(flat.codes[0]).toMatchObject({ positives: 0 });
  });

  it('one passage coded by two people gives another number by word, by sentence and by half a sentence', () => {
    const drawn = drawnDocument('d', {
      ana: '{A|one two three four five.|A} six. seven.',
      ben: '{A|one two|A} three four five. six. seven.',
    });
    const alpha = (unit: 'word' | 'sentence', rule: 'any' | 'half') =>
      report(drawnStudy([drawn]), { ...usualChoices, unit, rule }).codes[0]?.alpha.value;
    expect(alpha('sentence', 'any')).toBe(1);
    expect(alpha('sentence', 'half')).toBeLessThan(0.1);
    expect(alpha('word', 'any')).toBeLessThan(1);
  });

  it('works with three coders of whom each pair shares other documents', () => {
    const documents = [
      drawnDocument('d1', { ana: '{A|a.|A} b.', ben: '{A|a.|A} b.' }),
      drawnDocument('d2', { ben: '{A|a.|A} b.', chi: 'a. b.' }),
    ];
    const { pairs, codes } = report(drawnStudy(documents), usualChoices);
    expect(pairs.map(({ a, b, n, documents: shared }) => [a, b, n, shared])).toEqual([
      ['ana', 'ben', 2, 1],
      ['ana', 'chi', 0, 0],
      ['ben', 'chi', 2, 1],
    ]);
    expect(codes[0]).toMatchObject({ units: 4, decisions: 8 });
  });
});

describe('warnings', () => {
  it('a rare code is called too rare, and its wide interval wide', () => {
    const documents = Array.from({ length: 9 }, (_, index) =>
      index < 2
        ? drawnDocument(`d${index}`, { ana: '{A|a.|A} b. c.', ben: index === 0 ? '{A|a.|A} b. c.' : 'a. b. c.' })
        : drawnDocument(`d${index}`, { ana: 'a. b. c.', ben: 'a. b. c.' }),
    );
    const { codes } = report(drawnStudy(documents), usualChoices);
    expect(codes[0]?.warnings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['few-positives', 'wide-interval']),
    );
    expect(codes[0]?.alpha.interval).toMatchObject({ method: 'documents', resampled: 9 });
    expect(codes[0]?.alpha.interval?.undefinedReplicates).toBeGreaterThan(0);
  });

  it('alpha low and percent agreement high is pointed out, with AC1 beside it', () => {
    const sentence = (ana: boolean, ben: boolean) => [ana ? '{A|s.|A} ' : 's. ', ben ? '{A|s.|A} ' : 's. '] as const;
    const lines = Array.from({ length: 100 }, (_, index) =>
      sentence(index < 5 || (index >= 10 && index < 15), index < 10),
    );
    const { codes } = of(
      drawnDocument('d', { ana: lines.map(([one]) => one).join(''), ben: lines.map(([, other]) => other).join('') }),
    );
    expect(codes[0]?.warnings.map(({ kind }) => kind)).toContain('prevalence-paradox');
    expect(codes[0]?.ac1.value).toBeGreaterThan(0.8);
  });

  it('characters inflate percent agreement and AC1, and the report says so', () => {
    const long = 'nothing to see here at all '.repeat(40);
    const { codes, warnings } = of(
      drawnDocument('d', { ana: `{A|word here|A} ${long}`, ben: `word {A|here|A} ${long}` }),
      'char',
    );
    expect(codes[0]?.percent.value).toBeGreaterThan(0.9);
    expect(codes[0]?.ac1.value).toBeGreaterThan(0.9);
    expect(codes[0]?.alpha.value).toBeLessThan(0.7);
    expect(warnings.map(({ kind }) => kind)).toContain('character-level');
  });
});

function of(document: CodedDocument, unit: 'sentence' | 'char' = 'sentence'): Report {
  return report(drawnStudy([document]), { ...usualChoices, unit });
}

describe('a round that gave each document to some of the coders', () => {
  const drawn = drawnDocument('d', { ana: '{A|a.|A} b. c.', ben: 'a. b. c.', chi: '{A|a.|A} {A|b.|A} c.' });

  it('counts the pairs that were assigned and finished, and nobody who was not asked', () => {
    const asked = of({ ...drawn, assigned: ['ana', 'ben'] });
    const alone = of(drawnDocument('d', { ana: '{A|a.|A} b. c.', ben: 'a. b. c.' }));
    expect(asked.codes.map(({ alpha, decisions, pairs }) => [alpha.value, decisions, pairs.map(({ n }) => n)])).toEqual(
      alone.codes.map(({ alpha, decisions }) => [alpha.value, decisions, [3, 0, 0].slice(0, asked.codes[0]?.pairs.length)]),
    );
    expect(asked.leftOut).toMatchObject([{ coderId: 'chi', why: 'not-assigned', sentence: expect.stringContaining('given it to others') }]);
  });

  it('reproaches nobody with a document that was not theirs, and says so of a document that was nobody’s', () => {
    const { leftOut } = of({ ...drawn, finished: ['ana', 'ben'], assigned: ['ana', 'ben'] });
    expect(leftOut).toEqual([]);
    const late = drawnStudy([{ ...drawn, finished: ['ana', 'ben', 'chi'], assigned: ['ana', 'ben'] }]);
    const unfinished = late.documents.map((one) => ({ ...one, finished: ['ana'] }));
    expect(report({ ...late, documents: unfinished }, usualChoices).leftOut).toMatchObject([{ coderId: 'ben', why: 'not-finished' }]);
    const two = { ...usualChoices, coderIds: ['chi'] };
    const study = drawnStudy([{ ...drawn, finished: ['ana', 'ben', 'chi'], assigned: ['ana', 'ben'] }]);
    expect(report(study, two).leftOut.map(({ why }) => why)).toEqual(['not-assigned', 'nobody-assigned']);
  });
});
