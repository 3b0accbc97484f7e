import type { Lane, Part } from './queue';

/** A part by what it says, whoever said it: two coders' codings of one code on the same words are one part. */
export function keyOf({ codeId, start, end }: Part): string {
  return `${codeId} ${start}-${end}`;
}

/** Parts, each once, in text order. */
export function distinct(parts: readonly Part[]): Part[] {
  const byKey = new Map(parts.map((part) => [keyOf(part), bare(part)]));
  return [...byKey.values()].sort((a, b) => a.start - b.start || b.end - a.end || (a.codeId < b.codeId ? -1 : 1));
}

/** The parts with one more, or with one less if it is among them. */
export function toggled(parts: readonly Part[], part: Part): Part[] {
  const key = keyOf(part);
  const others = parts.filter((each) => keyOf(each) !== key);
  return others.length < parts.length ? others : distinct([...parts, part]);
}

/** What every coder who finished said alike: chosen from the start, for nobody disputes it. */
export function undisputed(lanes: readonly Lane[]): Part[] {
  const [first, ...others] = lanes.filter(({ finished }) => finished);
  const inAll = (part: Part) => others.every(({ codings }) => codings.some((each) => keyOf(each) === keyOf(part)));
  return first ? distinct(first.codings.filter(inAll)) : [];
}

/** The parts whose code is still in the codebook; no other can be decided for. */
export function inCodebook(parts: readonly Part[], codes: { has: (id: string) => boolean }): Part[] {
  return parts.filter(({ codeId }) => codes.has(codeId));
}

/** The codes that were put there and that the decision leaves out, each with the first words it was put on. */
export function rejected(lanes: readonly Lane[], decided: readonly Part[]): Part[] {
  const kept = new Set(decided.map(({ codeId }) => codeId));
  const byCode = new Map<string, Part>();
  for (const part of distinct(lanes.flatMap(({ codings }) => codings))) {
    if (!kept.has(part.codeId) && !byCode.has(part.codeId)) byCode.set(part.codeId, part);
  }
  return [...byCode.values()];
}

function bare({ codeId, start, end, quote }: Part): Part {
  return { codeId, start, end, quote };
}
