/** Files into documents. Loaded on the server only: telling encodings apart needs tables too large for a browser. */
export { readers, readerFor, readFile, type ReadFile, type Reading } from './read-file';
export { encodings, encodingName, isEncoding, type Encoding } from './encodings';
export type { Reader } from './reader';
