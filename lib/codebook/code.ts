import type { Table } from '@/lib/log';

/** A passage that shows how to use a code, or (`counter`) how not to. */
export type CodeExample = { text: string; note: string; counter: boolean };

/** The longest name of a code, in UTF-16 code units. */
export const longestName = 200;

/** Letters that steer the workspace and so can't put a code on a passage: next passage, the one before, cycle. */
export const reservedKeys: readonly string[] = ['j', 'k', 'o'];

/** A node of the codebook's tree. */
export type Code = {
  id: string;
  parentId: string | null;
  /** Order among siblings. */
  position: number;
  name: string;
  /** #rrggbb in lower case. */
  color: string;
  /** One letter or digit that puts this code on the selection; unique in the codebook. */
  shortcut: string | null;
  definition: string;
  useWhen: string;
  avoidWhen: string;
  examples: CodeExample[];
  /** Codebook version in which its meaning last changed. */
  version: number;
  createdAt: string;
  archived: boolean;
};

/** What the codebook's changes act on. Deleted codes are absent; their codings come back when they are restored. */
export type CodebookState = { codes: Table<Code>; codebookVersion: number };

/** The fields that carry a code's meaning: changing one makes a new codebook version. */
export const meaning = [
  'name',
  'definition',
  'useWhen',
  'avoidWhen',
  'examples',
] as const satisfies readonly (keyof Code)[];
