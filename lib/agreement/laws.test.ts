import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerMatrix } from './cases/answer-matrix';
import { matrixCase } from './cases/matrix-case';

const shared = '../shared/agreement';
describe.each(['published', 'fuzz'])('%s', (folder) => {
  for (const file of existsSync(shared) ? readdirSync(`${shared}/${folder}`) : []) {
    const plain = JSON.parse(readFileSync(`${shared}/${folder}/${file}`, 'utf8'));
    if (plain.kind !== 'matrix') continue;
    it(file, () => {
      const answer = answerMatrix(matrixCase(plain));
      for (const [k, v] of Object.entries(plain.expected)) {
        const got = answer.measures[k] as any;
        const tol = /se$|ci95$/.test(k) ? 1e-8 : 1e-9;
        if (v === null) { expect(got, k).toBe(null); expect(answer.reasons[k]).toBe(plain.nullReasons[k]); }
        else if (Array.isArray(v)) v.forEach((x, i) => expect(Math.abs(got[i] - x), `${k} ${got} ${v}`).toBeLessThan(tol));
        else expect(Math.abs(got - (v as number)), `${k} ${got} ${v}`).toBeLessThan(tol);
      }
      expect(new Set(Object.keys(answer.measures))).toEqual(new Set(Object.keys(plain.expected)));
      expect(answer.pairs.length).toBe(plain.expectedPairs?.length ?? 0);
      answer.pairs.forEach((pair, i) => {
        const want = plain.expectedPairs[i];
        expect(new Set(Object.keys(pair))).toEqual(new Set(Object.keys(want)));
        for (const k of Object.keys(want)) if (typeof want[k] === 'number') expect(Math.abs((pair[k] as number) - want[k]), k).toBeLessThan(1e-8); else if (!Array.isArray(want[k])) expect(pair[k]).toBe(want[k]);
      });
    });
  }
});
