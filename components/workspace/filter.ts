import type { Coding, Layer } from '@/lib/codings';

/** What the reader leaves out of sight. Nothing listed, nothing hidden. */
export type Filter = { codeIds: readonly string[]; coderIds: readonly string[]; layers: readonly Layer[] };

export const everything: Filter = { codeIds: [], coderIds: [], layers: [] };

/** True for the codings that stay in sight. */
export function passes({ codeIds, coderIds, layers }: Filter, coding: Coding): boolean {
  return !codeIds.includes(coding.codeId) && !coderIds.includes(coding.coderId) && !layers.includes(coding.layer);
}

/** How many things are hidden, for the filter's badge. */
export function hiddenCount({ codeIds, coderIds, layers }: Filter): number {
  return codeIds.length + coderIds.length + layers.length;
}

/** The list with the item, or without it if it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
