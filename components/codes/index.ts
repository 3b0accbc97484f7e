/** The codebook beside a text: the tree, the picker, and what is said about a passage. */
export { CodePanel } from './code-panel';
export { AddCode } from './add-code';
export { ColorField } from './color-field';
export { MergeCode } from './merge-code';
export { moveKeys, type Direction, type Place, type Zone } from './moves';
export { shortcutFault, typedShortcut } from './shortcut';
export { useDragging, type RowDrag } from './use-dragging';
export { useMoving, type Moving } from './use-moving';
export { CodeRules } from './code-rules';
export { Swatch } from './swatch';
export { Picker, type Picking } from './picker';
export { rank, searchable, type Searchable } from './rank';
export { parseRecent, used } from './recent';
export { PassagePanel } from './passage-panel';
export { type CodingActs } from './coding-card';
export { CoderMark } from './coder-mark';
