import { expect, it } from 'vitest';
import { report } from '../report';
import { drawnDocument, drawnStudy, usualChoices } from '../testing/drawn-study';
import { randomStudy } from '../testing/random-study';
import { answerSpans } from './answer-spans';
import { projectCase } from './project-case';

it('gives for a whole project what its agreement page gives', () => {
  const { measures, spanMatching } = answerSpans(projectCase(randomStudy()));
  const sentences = measures['sentence.any'] as Record<string, Record<string, number>>;
  const { codes, overall } = report(randomStudy(), usualChoices);
  for (const { name, alpha, ac1, percent, prevalence } of codes) {
    expect(sentences[name]).toMatchObject({
      'krippendorffAlpha.nominal': alpha.value,
      gwetAC1: ac1.value,
      percentAgreement: percent.value,
      prevalence,
    });
  }
  expect(sentences['*set']?.['krippendorffAlpha.masi']).toBe(overall.alpha.value);
  expect(spanMatching).toHaveLength(3);
});

it('tells people, documents and codes of one name apart, and leaves out who has not finished', () => {
  const drawn = drawnDocument('d1', { ana: '{A|a.|A} b.', ben: '{B|a.|B} b.', chi: '{A|a.|A} b.' });
  const study = drawnStudy([
    { ...drawn, title: 'Same', finished: ['ana', 'ben'] },
    { ...drawn, id: 'd2', title: 'Same', finished: [] },
  ]);
  const top = { id: 'T', name: 'Top', parentId: null };
  const codes = [top, { id: 'A', name: 'Fear', parentId: 'T' }, { id: 'B', name: 'Fear', parentId: null }];
  const named = projectCase({ ...study, codes, coders: study.coders.map(({ id }) => ({ id, name: 'Ana' })) });
  expect(named.codes).toEqual(['Top', 'Top > Fear', 'Fear']);
  expect(named.coders.map(({ name, coded }) => [name, [...coded]])).toEqual([
    ['Ana', ['Same']],
    ['Ana (2)', ['Same']],
    ['Ana (3)', []],
  ]);
  expect(named.annotations.map(({ coder, code }) => [coder, code])).toEqual([
    ['Ana', 'Top > Fear'],
    ['Ana (2)', 'Fear'],
  ]);
});
