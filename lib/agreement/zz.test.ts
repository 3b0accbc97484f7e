import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerSpans } from './cases/answer-spans';
import { spansCase } from './cases/spans-case';
it('spans', () => {
  const plain = JSON.parse(readFileSync('../shared/agreement/spans/spans-01-hand-made.json', 'utf8'));
  const a = answerSpans(spansCase(plain));
  expect(Object.keys(a.measures)).toEqual(Object.keys(plain.expected));
  let n = 0;
  for (const [level, codes] of Object.entries<any>(plain.expected)) for (const [code, m] of Object.entries<any>(codes)) {
    const got = (a.measures as any)[level][code];
    expect(Object.keys(got)).toEqual(Object.keys(m));
    for (const k in m) { n++; if (m[k] === null) expect(got[k]).toBe(null); else expect(Math.abs(got[k] - m[k]), `${level} ${code} ${k} ${got[k]} ${m[k]}`).toBeLessThan(1e-9); }
  }
  a.spanMatching.forEach((p, i) => { for (const k in plain.expectedSpanMatching[i]) { const w = plain.expectedSpanMatching[i][k]; if (typeof w === 'number') expect(Math.abs((p as any)[k] - w), k).toBeLessThan(1e-9); else expect(p[k]).toBe(w); } });
  console.log(n, a.reasons, a.spanMatching);
});
