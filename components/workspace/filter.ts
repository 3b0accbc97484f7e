import type { Coding, Layer } from '@/lib/codings';

/** What the reader leaves out of sight, or (`dim`) shows faintly. Nothing listed, nothing hidden. */
export type Filter = {
  codeIds: readonly string[];
  coderIds: readonly string[];
  layers: readonly Layer[];
  how: 'hide' | 'dim';
};

export const everything: Filter = { codeIds: [], coderIds: [], layers: [], how: 'hide' };

/** True for the codings that stay as they are. */
export function passes({ codeIds, coderIds, layers }: Filter, coding: Coding): boolean {
  return !codeIds.includes(coding.codeId) && !coderIds.includes(coding.coderId) && !layers.includes(coding.layer);
}

/** How many things are hidden or dimmed, for the filter's badge. */
export function hiddenCount({ codeIds, coderIds, layers }: Filter): number {
  return codeIds.length + coderIds.length + layers.length;
}

/** The list with the item, or without it if it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
