import { TextWriter } from '../text-writer';
import type { Destination } from './destinations';

export type RtfLeftOut = { deleted: number; hidden: number; comments: number; headers: boolean; unsure: boolean };

/** What holds in a group and comes back when the group ends. */
export type Group = {
  to: Destination;
  font: number;
  /** How many fallback characters follow a `\u`. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  style: number;
  /** The writer's words go to this note, by number; null in the body. */
  note: number | null;
  paragraph: Paragraph;
};

/** What holds for a paragraph until `\pard`. */
type Paragraph = { inTable: boolean; list: number | null; outline: number | null; style: number };

/** How far a file has been read. */
export type State = {
  groups: Group[];
  group: Group;
  fonts: Map<number, number>;
  outlines: Map<number, number>;
  page: number;
  /** The font that holds where none is named. */
  font: number;
  pending: number[];
  /** Fallback characters still to be jumped over. */
  skip: number;
  /** The group's first word is `\*`: what follows may be ignored by those who do not know it. */
  starred: boolean;
  fresh: boolean;
  /** False until the open block's first words, when its kind is known. */
  begun: boolean;
  row: boolean;
  /** The label that stands before the next list item. */
  label: string;
  /** The name of the style that is being defined. */
  name: string;
  body: TextWriter;
  notes: string[][];
  left: RtfLeftOut;
};

/** Before the first token. */
export function begin(): State {
  const group: Group = {
    to: 'text',
    font: 0,
    fallback: 1,
    hidden: false,
    deleted: false,
    style: 0,
    note: null,
    paragraph: plainParagraph,
  };
  return {
    groups: [],
    group,
    fonts: new Map(),
    outlines: new Map(),
    page: 1252,
    font: 0,
    pending: [],
    skip: 0,
    starred: false,
    fresh: false,
    begun: false,
    row: true,
    label: '',
    name: '',
    body: new TextWriter(),
    notes: [],
    left: { deleted: 0, hidden: 0, comments: 0, headers: false, unsure: false },
  };
}

/** What `\pard` brings back. */
export const plainParagraph: Paragraph = { inTable: false, list: null, outline: null, style: 0 };
