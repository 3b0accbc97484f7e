/** The codebook: what a code is, the tree codes form, and the changes a codebook goes through. */
export { meaning, type Code, type CodebookState, type CodeExample } from './code';
export { inOrder, indexAmongSiblings, path, pathSeparator, reordered, subtree, tree, type CodeNode } from './tree';
export { codebookChanges } from './changes';
