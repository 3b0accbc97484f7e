/** Memos: Markdown as it is kept, a small editor to write it in, and the same words for reading. */
export { Memo } from './memo';
export { RenderedMemo } from './rendered-memo';
