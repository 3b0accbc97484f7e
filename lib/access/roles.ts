/** A member's role in one project. Outside it a person has none, and learns nothing of it. */
export const roles = ['owner', 'adjudicator', 'coder', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, in the words the screens use. */
export const roleSentences: Record<Role, string> = {
  owner: 'Runs the project: members, settings, documents, codebook and rounds; may also code.',
  adjudicator: 'Runs rounds and settles differences; edits documents and codebook; may also code.',
  coder: 'Codes documents and marks them finished.',
  viewer: 'Reads documents, codebook and unsealed codings, and exports what they can see.',
};
