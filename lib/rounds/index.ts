/**
 * Rounds: the sealed reliability exercises. Which documents are drawn, who codes which of them, how far each has come, and
 * the changes that open a round, remind of it and close it.
 */
export {
  codersOf,
  documentsOf,
  isAssigned,
  openRounds,
  reminderId,
  reminderPause,
  sealedDocuments,
  type Dealt,
  type Reminder,
  type Round,
  type RoundsState,
} from './round';
export { draw, frameOf, type Drawn, type Sampling, type Stratum } from './sample';
export { assign } from './assign';
export { progress, type Progress, type ProgressCell } from './progress';
export { roundChanges } from './changes';
