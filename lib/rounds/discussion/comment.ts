import type { Table } from '@/lib/log';

/** The longest comment, in UTF-16 code units. */
export const longestComment = 10_000;

/** What somebody said about a passage of a round. While the document is sealed, only its author sees it. */
export type Comment = {
  id: string;
  roundId: string;
  documentId: string;
  /** The passage, [start, end) in UTF-16 code units of the document's text. */
  start: number;
  end: number;
  authorId: string;
  /** Empty once removed, as are its mentions. */
  text: string;
  /** Members whom the text names with an @, by id: a later change of a name changes nothing here. */
  mentions: string[];
  at: string;
  /** When it was last written anew; null where it stands as first said. */
  editedAt: string | null;
  removed: boolean;
};

export type DiscussionState = { comments: Table<Comment> };

/** What others said that names this person, newest first. */
export function mentionsOf(comments: Iterable<Comment>, personId: string): Comment[] {
  const named = [...comments].filter(({ mentions, authorId }) => mentions.includes(personId) && authorId !== personId);
  return named.sort((a, b) => (a.at < b.at ? 1 : -1) || (a.id < b.id ? -1 : 1));
}
