/** Rounds: the sealed reliability exercises, how far each has come, and their opening and closing. */
export { sealedDocuments, type Round, type RoundsState } from './round';
export { progress, type Progress, type ProgressCell } from './progress';
export { roundChanges } from './changes';
