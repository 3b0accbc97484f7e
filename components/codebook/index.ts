/** The codebook page: the tree, the form of the chosen code, and the whole codebook to be read or printed. */
export { Codebook } from './codebook';
