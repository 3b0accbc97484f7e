/** Rounds: the sealed reliability exercises, and their opening and closing. */
export { sealedDocuments, type Round, type RoundsState } from './round';
export { roundChanges } from './changes';
