/**
 * Rounds: the sealed reliability exercises. Which documents are drawn, who codes which of them, how far each has come, and
 * the changes that open a round, remind of it and close it; and what follows that: settlements and discussion.
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

// What adjudicators decide once a round is closed.
export { longestReason, type AdjudicationState, type Settlement } from './adjudication/settlement';
export { adjudicationChanges, type ConsensusSettled, type ConsensusWithdrawn } from './adjudication/changes';

// What people say about a passage.
export { longestComment, mentionsOf, type Comment, type DiscussionState } from './discussion/comment';
export { discussionChanges, type Commented, type CommentEdited } from './discussion/changes';
export { mentionsIn, readMentions, type Said } from './discussion/mentions';

// How what a placeholder of an import did, in rounds and outside, comes under the name of a member.
export { claimChanges } from './claiming/changes';
