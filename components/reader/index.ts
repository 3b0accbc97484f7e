/** The surface on which statements are read and coded. */
export { Reader } from './reader';
export { draggedCode, type Found, type ReaderHandle, type ReaderProps } from './props';
// For what else speaks of codings.
export { codeName, coderName, quoteStart, type Names } from './describe';
export { Folded } from './folded';
export { lookOf } from './look';
export { useScheme } from './use-scheme';
// How coders are told apart without colour, wherever they are shown.
export { strokeStyleOf, type StrokeStyle } from './shades';
