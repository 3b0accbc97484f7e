/** The codebook: what a code is, the tree codes form, the colours codes can have, and the changes a codebook goes through. */
export { longestName, meaning, reservedKeys, type Code, type CodebookState, type CodeExample } from './code';
export { inOrder, indexAmongSiblings, path, pathSeparator, reordered, subtree, tree, type CodeNode } from './tree';
export { colorName, contrast, faintOn, leastContrast, nextColor, palette, papers, type PaletteColor } from './palette';
export { codebookChanges, type CodeEdited } from './changes';
export { inVivo } from './in-vivo';
export { absorbed, adopted, joinedWords, released, stood, type MergeChoices, type Standing } from './merging';
export { versionsOf, type CodeVersion, type MeaningChange } from './versions';
