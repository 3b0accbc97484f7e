import type { Answer } from './answer';
import { answerContinuum } from './answer-continuum';
import { answerMatrix } from './answer-matrix';
import { answerSpans } from './answer-spans';
import { continuumCase } from './continuum-case';
import { fault, objectAt } from './fault';
import type { Plain } from './fault';
import { jsonFault, lineAndColumn } from './json-fault';
import { csvCase, matrixCase } from './matrix-case';
import { resampledContinuum, resampledMatrix } from './resampled';
import { spansCase } from './spans-case';

export type Options = {
  /** Adds what depends on random draws (bootstrap intervals, gamma), from a fixed seed. */
  readonly resample: boolean;
};

/**
 * Answers one file: a JSON case of any kind, or a CSV matrix, told by its name or by a header that begins with "unit,".
 * Refuses with the place and the fault.
 */
export function answerFile(name: string, text: string, options: Options): Answer {
  const content = text.replace(/^\uFEFF/, '');
  if (/\.csv$/i.test(name) || /^"?unit"?,/i.test(content)) return answerMatrixWith(csvCase(content), options);
  const plain = objectAt(parsed(content), 'the file');
  const read = Object.hasOwn(kinds, String(plain.kind)) ? kinds[String(plain.kind)] : undefined;
  return read ? read(plain, options) : fault('kind', 'must be "matrix", "continuum" or "spans"');
}

const kinds: Readonly<Record<string, (plain: Plain, options: Options) => Answer>> = {
  matrix: (plain, options) => answerMatrixWith(matrixCase(plain), options),
  continuum(plain, { resample }) {
    const read = continuumCase(plain);
    return withMore(answerContinuum(read), resample ? resampledContinuum(read) : {});
  },
  spans: (plain) => answerSpans(spansCase(plain)),
};

function answerMatrixWith(matrix: ReturnType<typeof matrixCase>, { resample }: Options): Answer {
  return withMore(answerMatrix(matrix), resample ? resampledMatrix(matrix) : {});
}

function withMore(answer: Answer, more: Answer['measures']): Answer {
  return { ...answer, measures: { ...answer.measures, ...more } };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const offset = offsetOfFault(content);
    const found = content.slice(offset, offset + 10);
    return fault(
      lineAndColumn(content, offset),
      found === '' ? 'the JSON ends too early' : `is no valid JSON from ${JSON.stringify(found)} on`,
    );
  }
}

/** Where the JSON goes wrong. A text that is nested deeper than one can follow has no place but its beginning. */
function offsetOfFault(content: string): number {
  try {
    return jsonFault(content) ?? 0;
  } catch (error) {
    if (error instanceof RangeError) fault('the file', 'is nested too deeply to be read as JSON');
    throw error;
  }
}
