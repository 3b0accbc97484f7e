import { expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import type { Coding } from '../coding';
import { isOutdated, outcomeOf } from './outdated';

const coding = { id: 'x', codeId: 'a', codebookVersion: 4 } as Coding;
const code = (version: number) => ({ id: 'a', version }) as Code;

it('is outdated once the meaning of its code is younger than the coding, and not by changes of other codes', () => {
  expect([3, 4, 5].map((version) => isOutdated(coding, code(version)))).toEqual([false, false, true]);
});

it('reads off the project what has become of a listed coding, so that an undo or one more change opens it again', () => {
  expect(outcomeOf('a', coding, code(5))).toBe('open');
  expect(outcomeOf('a', { ...coding, codebookVersion: 5 }, code(5))).toBe('kept');
  expect(outcomeOf('a', { ...coding, codebookVersion: 5 }, code(6))).toBe('open');
  expect(outcomeOf('a', { ...coding, codeId: 'b' }, code(5))).toBe('recoded');
  expect(outcomeOf('a', undefined, code(5))).toBe('dropped');
});
