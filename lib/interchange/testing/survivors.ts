import type { Contents } from '../memory-archive';

/**
 * For each format that is written and read: what of a project survives the way there and back, which is everything less
 * what the format declares it loses. Two projects of which the same survives are the same to that format.
 */
export const survivors: Record<string, (contents: Contents) => unknown> = {
  archive: (contents) => contents,
};
