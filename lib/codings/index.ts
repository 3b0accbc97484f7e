/** Codings and finished marks, and the changes that coding consists of. */
export { finishedId, layers, type Coding, type CodingsState, type FinishedMark, type Layer } from './coding';
export { codingChanges, former } from './changes';
