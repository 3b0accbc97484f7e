/** How a project is taken away as data. In teaching order. */

// A project as plain data, and which part of it somebody wants.
export type { Archive } from './archive';
export {
  everything,
  filterOf,
  mostChosen,
  readSelection,
  selected,
  selectionParameters,
  selectionQuery,
  whereParameter,
  type Selection,
} from './selection';

// What is said of a format. The formats themselves are in formats/, for servers and command lines only.
export type { Format, FormatDescription } from './formats/format';
export type { Column } from './column';

// CSV for programs and CSV for spreadsheets, and the way back from the second to the first.
export { flavours, type Flavour } from './csv';
export { defuse, undefuse } from './defuse';

// What a download is called, and how far it is.
export { attachment, fileName } from './file-name';
export { progressBeatMs, type DownloadEnd, type DownloadProgress } from './download-progress';

// Everything that an agreement report was made from.
export { appendixEntries, type Appendix } from './appendix/appendix';
export { zipped, type ZipEntry } from './zip-write';
