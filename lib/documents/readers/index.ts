/** Files into documents. Loaded on the server only: readers bring parsers too large for a browser. */
export { readers, readerFor, readFile, type ReadFile, type Reading } from './read-file';
export { readSafely } from './isolate';
export { encodings, encodingName, isEncoding, type Encoding } from './encodings';
export type { Reader } from './reader';
