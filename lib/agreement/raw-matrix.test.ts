import { expect, it } from 'vitest';
import { answerMatrix } from './cases/answer-matrix';
import { csvCase } from './cases/matrix-case';
import { otherCoefficients } from './other-coefficients';
import { gather } from './gather';
import { unitRows } from './raw-matrix';
import { report } from './report';
import { levels } from './report-shape';
import { drawnDocument, drawnStudy, usualChoices } from './testing/drawn-study';

const study = drawnStudy([
  drawnDocument('d1', {
    ana: '{A|One two.|A} Three. {B|Four|B} five.',
    ben: '{A|One|A} two. Three. Four five.',
    chi: 'One two. {A|Three.|A} Four five.',
  }),
  drawnDocument('d, "2"', { ana: 'Six. {A|Seven.|A}', ben: 'Six. {A|Seven.|A}' }),
]);

it('is a matrix with a row per unit, and an empty cell where a coder is missing', () => {
  expect([...unitRows(gather(study, usualChoices), 'A', new Map())].join('')).toBe(
    'unit,ana,ben,chi\r\nd1:1,1,1,0\r\nd1:2,0,0,1\r\nd1:3,0,0,0\r\n"d, ""2"":1",0,0,\r\n"d, ""2"":2",1,1,\r\n',
  );
});

it.each(levels)('at level %s gives the report’s numbers when they are computed from it again', (unit) => {
  const choices = { ...usualChoices, unit };
  const { measures } = answerMatrix(csvCase([...unitRows(gather(study, choices), 'A', new Map())].join('')));
  const code = report(study, choices).codes.find(({ codeId }) => codeId === 'A');
  const again = (name: string) => measures[name] as number | null;
  expect(again('unitsPairable')).toBe(code?.pairableUnits);
  for (const [name, value] of [
    ['krippendorffAlpha.nominal', code?.alpha.value],
    ['percentAgreement', code?.percent.value],
  ] as const) {
    if (value === null || value === undefined) expect(again(name)).toBe(value);
    else expect(again(name)).toBeCloseTo(value, 12);
  }
  for (const { name, figure } of otherCoefficients(study, choices, 'A')) {
    if (name in measures && figure.value !== null && name !== 'gwetAC1' && name !== 'brennanPrediger')
      expect(again(name)).toBeCloseTo(figure.value, 12);
  }
});
