/** Rounds: the sealed reliability exercises, how far each has come, their opening and closing, and what follows that. */
export { sealedDocuments, type Round, type RoundsState } from './round';
export { progress, type Progress, type ProgressCell } from './progress';
export { roundChanges } from './changes';

// What adjudicators decide once a round is closed.
export { longestReason, type AdjudicationState, type Settlement } from './adjudication/settlement';
export { adjudicationChanges, type ConsensusSettled, type ConsensusWithdrawn } from './adjudication/changes';

// What people say about a passage.
export { longestComment, mentionsOf, type Comment, type DiscussionState } from './discussion/comment';
export { discussionChanges, type Commented, type CommentEdited } from './discussion/changes';
export { mentionsIn, readMentions, type Said } from './discussion/mentions';
