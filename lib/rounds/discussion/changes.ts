import { z } from 'zod';
import { id, kind, whole, words, type Change } from '@/lib/log';
import { longestComment, type Comment, type DiscussionState } from './comment';

const offset = z.int().min(0);
const text = words(longestComment).refine((said) => said.trim() !== '', 'Please write something first.');
const added = z.strictObject({ id, roundId: id, documentId: id, start: offset, end: offset, text });
const edited = z.strictObject({ id, text });
const one = z.strictObject({ id });

/** The comment as it is after the change: the server reads from the text whom it names. */
export type Commented = { comment: Comment };
export type CommentEdited = Commented & { before: string };

/**
 * What a discussion consists of. Everybody who codes may take part, and changes and removes only what they said
 * themselves. A comment shows its author's work on the document, so it is sealed as a coding of theirs would be.
 */
export const discussionChanges = {
  'comment.add': kind<z.infer<typeof added>, Commented, DiscussionState>({
    permission: 'codings:write',
    body: added,
    subject: whose,
    apply: put,
    touches: theComment,
    invert: ({ comment }) => ({ kind: 'comment.remove', body: { id: comment.id } }),
    foresee: (asked, { actorId }) => {
      const at = new Date().toISOString();
      return { comment: { ...asked, authorId: actorId, mentions: [], at, editedAt: null, removed: false } };
    },
  }),

  'comment.edit': kind<z.infer<typeof edited>, CommentEdited, DiscussionState>({
    permission: 'codings:write',
    body: edited,
    subject: whose,
    apply: put,
    touches: theComment,
    invert: ({ comment, before }) => ({ kind: 'comment.edit', body: { id: comment.id, text: before } }),
  }),

  'comment.remove': kind<z.infer<typeof one>, Commented, DiscussionState>({
    permission: 'codings:write',
    body: one,
    subject: whose,
    apply: put,
    touches: theComment,
    invert: ({ comment }) => ({ kind: 'comment.restore', body: { id: comment.id } }),
  }),

  'comment.restore': kind<z.infer<typeof one>, Commented, DiscussionState>({
    permission: 'codings:write',
    body: one,
    subject: whose,
    apply: put,
    touches: theComment,
    invert: ({ comment }) => ({ kind: 'comment.remove', body: { id: comment.id } }),
  }),
};

function put(state: DiscussionState, { body }: Change<Commented>): DiscussionState {
  return { ...state, comments: state.comments.with(body.comment) };
}

function whose({ comment: { documentId, authorId } }: Commented) {
  return { documentId, coderId: authorId };
}

function theComment({ comment }: Commented) {
  return whole('comment', comment.id);
}
