import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerContinuum } from './cases/answer-continuum';
import { continuumCase } from './cases/continuum-case';
import { gamma } from './gamma/gamma';
for (const folder of ['published', 'fuzz']) for (const file of readdirSync('../shared/agreement/' + folder)) {
  const plain = JSON.parse(readFileSync(`../shared/agreement/${folder}/${file}`, 'utf8'));
  if (plain.kind !== 'continuum') continue;
  it(file, () => {
    const c = continuumCase(plain);
    const a = answerContinuum(c);
    for (const [k, v] of Object.entries<number | null>(plain.expected)) {
      const got = a.measures[k] as number;
      if (v === null) { expect(got, k).toBe(null); expect(a.reasons[k]).toBe(plain.nullReasons[k]); } else expect(Math.abs(got - v), `${k} ${got} ${v}`).toBeLessThan(1e-9);
    }
    const extra = Object.keys(a.measures).filter((k) => !(k in plain.expected));
    if (extra.length) console.log(file, 'extra', extra);
    if (plain.expectedApprox) for (const model of ['statistical', 'shuffle'] as const) {
      const t = performance.now();
      console.log(file, model, [1, 2, 3].map((seed) => gamma(c.continuum, { weights: c.parameters!, model, samples: 400, seed }).value?.toFixed(3)), plain.expectedApprox[`gamma.${model}Sampler`].value, performance.now() - t);
    }
  });
}
