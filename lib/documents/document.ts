import type { Table } from '@/lib/log';

export const directions = ['ltr', 'rtl'] as const;
export type Direction = (typeof directions)[number];

/** Values of a document's attributes by attribute key; a missing key is a missing value. */
export type AttributeValues = Record<string, string>;

/** A document without its text: what lists, filters and exports need. */
export type DocumentSummary = {
  id: string;
  title: string;
  /** BCP 47, or null where nobody said and none could be told. */
  language: string | null;
  direction: Direction;
  attributes: AttributeValues;
  /** Length of the text in UTF-16 code units. */
  length: number;
  /** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
  sha256: string;
  createdAt: string;
};

export const attributeTypes = ['text', 'number', 'date', 'one-of', 'many-of', 'language', 'url'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** What files say of themselves beside their words, where they say it. The language is asked of the words. */
export const fileProperties = ['author', 'date', 'publisher', 'address'] as const;
export type FileProperty = (typeof fileProperties)[number];

/** A typed field of the project's documents. `key` is what exports call the column and never changes. */
export type Attribute = {
  id: string;
  key: string;
  name: string;
  type: AttributeType;
  /** The choices of one-of and many-of. */
  options: string[];
  position: number;
  /** No document comes in without a value. Left out where one may. */
  required?: boolean;
  /** What stands before the value in lines like “Speaker: ...” at the top of a text. Left out where no lines are looked at. */
  labels?: string[];
  /** Which property of an imported file the value is taken from. Left out where none is. */
  property?: FileProperty;
};

/** What document changes act on. Deleted documents are absent; their codings come back when they are restored. */
export type DocumentsState = { documents: Table<DocumentSummary>; attributes: Table<Attribute> };
