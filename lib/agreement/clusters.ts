import type { Span } from '@/lib/text';
import type { Gathered } from './gather';
import type { Placed } from './report-shape';

/** A passage that hangs together by the units its codings touch. */
export type Cluster = {
  readonly documentId: string;
  /** From its first unit's beginning to its last unit's end. No two passages of a document overlap. */
  readonly start: number;
  readonly end: number;
  /** What finished coders put there, in text order. */
  readonly codings: readonly Placed[];
};

/** The passages of a document, in text order. Codings of white space alone touch no unit and belong to none. */
export function clusters({ document, axis, coders }: Gathered, codes: ReadonlySet<string>): Cluster[] {
  const counted = document.codings.filter(({ coderId, codeId }) => coders.includes(coderId) && codes.has(codeId));
  const placed = counted.flatMap((coding) => {
    const runs = axis.runs([coding]);
    return runs.length > 0 ? [{ coding, from: runs[0]!.start, to: runs.at(-1)!.end }] : [];
  });
  placed.sort((a, b) => a.from - b.from || a.coding.start - b.coding.start || b.to - a.to);
  const groups: { from: number; to: number; codings: Placed[] }[] = [];
  for (const { coding, from, to } of placed) {
    const last = groups.at(-1);
    if (!last || from >= last.to) groups.push({ from, to, codings: [coding] });
    else {
      last.to = Math.max(last.to, to);
      last.codings.push(coding);
    }
  }
  return groups.map(({ from, to, codings }) => ({
    documentId: document.id,
    ...placeOf(axis.places({ start: from, end: to })),
    codings,
  }));
}

function placeOf(places: readonly Span[]): Span {
  return { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 };
}
