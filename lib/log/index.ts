/** The log's envelope. It knows no domain: kinds are declared by the domains and gathered by lib/door. */
export type { Change, ChangeRequest } from './change';
export { kind, type Inverse, type Kind } from './kind';
export { keptDays } from './kept-days';
export { newId } from './new-id';
export { FoldingTable, Table } from './table';
export { overlap, parts, whole, type Touch } from './touch';
export { id, name, words } from './words';
