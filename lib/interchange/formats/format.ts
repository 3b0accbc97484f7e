import type { Archive } from '../archive';
import type { Column } from '../column';
import type { Flavour } from '../csv';
import type { Incoming, Reading } from '../incoming';

/**
 * A format that a project can be taken away in, or come from. The export page, the route, `concord convert`, the data
 * dictionary and the law tests loop over the list of these, so a new format is a file beside this one and a line in
 * `index.ts`.
 */
export type Format = {
  /** What the file is called before its extension, and what the address of the download ends in. */
  name: string;
  title: string;
  extension: string;
  mediaType: string;
  /** What one would take it for, in a sentence. */
  purpose: string;
  /** What of a project is not in the file, so that reading it back could not restore it. */
  loses: readonly string[];
  /** Whether the choice of codes, coders, documents and layers decides what is in it. */
  filtered: boolean;
  /** For tables: what stands in each column, in order. */
  columns?: (about: Described) => Column[];
  /** The file, piece by piece; text is in UTF-8. Absent from formats that are only read. */
  write?: (archive: Archive, flavour: Flavour) => AsyncIterable<Uint8Array>;
  /** The project that a file holds, or a refusal. Absent from formats that are only written. */
  read?: (incoming: Incoming) => Promise<Reading>;
  /** Whether what came in looks like this format; of several that say so the first in the list is meant. */
  recognises?: (incoming: Incoming) => boolean | Promise<boolean>;
};

/** What the columns of a table depend on. */
export type Described = Pick<Archive, 'attributes' | 'codes'>;

export type WritingFormat = Format & Required<Pick<Format, 'write'>>;
export type ReadingFormat = Format & Required<Pick<Format, 'read' | 'recognises'>>;

/** A format as the export page shows it: plain data, so that the page needs none of the code that writes. */
export type FormatDescription = Omit<Format, 'columns' | 'write' | 'read' | 'recognises'> & { columns: Column[] };
