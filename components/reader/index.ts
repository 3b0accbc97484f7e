/** The surface on which statements are read and coded. */
export { Reader } from './reader';
export { draggedCode, type Found, type ReaderHandle, type ReaderProps } from './props';
// How coders are told apart without colour, wherever they are shown.
export { strokeStyleOf, type StrokeStyle } from './shades';
