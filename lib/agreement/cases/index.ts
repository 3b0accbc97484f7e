/**
 * The reference cases' own format: units x coders matrices, continua and free spans as JSON, and matrices as CSV, in;
 * measures under the cases' keys, out. The command line and the tests speak it.
 */
export { answerFile } from './answer-file';
export type { Answer } from './answer';
export { matrixCase, csvCase } from './matrix-case';
export { continuumCase } from './continuum-case';
export { spansCase } from './spans-case';
export { projectCase } from './project-case';
export { answerMatrix } from './answer-matrix';
export { answerContinuum } from './answer-continuum';
export { answerSpans } from './answer-spans';
