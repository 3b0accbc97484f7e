/** Files into documents. Loaded on the server only: readers bring parsers too large for a browser. */
export { readers, readerFor, readFile, type ReadFile, type Reading } from './read-file';
export { readSafely, readTableSafely } from './isolate';
export { tableEndings, type TableOfDocuments } from './table/read-table';
export { filesIn, type PackedFile } from './packed-files';
export { encodings, encodingName, isEncoding, type Encoding } from './encodings';
export type { Reader } from './reader';
