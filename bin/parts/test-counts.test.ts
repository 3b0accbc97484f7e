import { expect, it } from 'vitest';
import { readArguments, stageNames } from './test-arguments.mjs';
import { countPlaywright, countVitest, lastLine, orCrashed } from './test-counts.mjs';

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const unloadable = { status: 'failed', assertionResults: [] };

it('counts a file that could not be loaded as a failure, and a failing file by its tests', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [passing, failing, unloadable] };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2 });
});

it('counts a flaky journey as failed, and errors outside of journeys too', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
  expect(countPlaywright(report)).toEqual({ passed: 3, failed: 3 });
});

it('never lets a crash pass for success', () => {
  expect(orCrashed({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 });
  expect(orCrashed({ passed: 9, failed: 2 }, 1)).toEqual({ passed: 9, failed: 2 });
  expect(orCrashed({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 });
});

it('sums up in the words that scripts look for', () => {
  expect(
    lastLine([
      { passed: 1, failed: 0 },
      { passed: 20, failed: 3 },
    ]),
  ).toBe('21 passed, 3 failed');
  expect(lastLine([])).toBe('0 passed, 0 failed');
});

it('runs every stage unless --only names some, and hands the rest on as filters', () => {
  expect([...readArguments([]).stages]).toEqual(stageNames);
  expect(readArguments(['--only=unit,store', 'lib/text'])).toEqual({
    stages: new Set(['unit', 'store']),
    filters: ['lib/text'],
  });
  expect(() => readArguments(['--only=unti'])).toThrow('There is no stage "unti"');
});
