import type { Attribute } from '@/lib/documents';
import type { Archive } from '../archive';
import type { Column } from '../column';
import type { Flavour } from '../csv';

/**
 * A format that a project can be taken away in. The export page, the route and the data dictionary loop over the list of
 * these, so a new format is a file beside this one and a line in `index.ts`.
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
  columns?: (attributes: readonly Attribute[]) => Column[];
  /** The file, piece by piece; text is in UTF-8. */
  write(archive: Archive, flavour: Flavour): AsyncIterable<Uint8Array>;
};
