import type { Code } from '@/lib/codebook';
import { isOwn, type Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import type { Member } from '@/lib/projects';
import { snap } from '@/lib/text';

/** What is needed to call a coding by its names. */
export type Names = { codes: Table<Code>; coders: Table<Member>; viewerId: string };

export function codeName(code: Code | undefined): string {
  return code?.name ?? 'Unknown code';
}

/** Whose coding it is: a person's name, or for what no single coder stands for, the layer's. */
export function coderName({ layer }: Coding, coder: Member | undefined): string {
  if (layer !== 'coder') return layerNames[layer];
  return coder?.name ?? 'a former coder';
}

const layerNames = { consensus: 'consensus', imported: 'import', machine: 'machine' } as const;

/** `Stability by Marek Novak: “regional stability…”` */
export function fullName(coding: Coding, code: Code | undefined, coder: Member | undefined): string {
  return `${codeName(code)} by ${coderName(coding, coder)}: “${quoteStart(coding.quote)}”`;
}

/** What is said when codings come and go, or null when there is nothing worth saying. */
export function announcement(names: Names, changes: { added: Coding[]; removed: Coding[] }): string | null {
  const all = [...changes.added.map(sentence(names, 'added')), ...changes.removed.map(sentence(names, 'removed'))];
  if (all.length === 0) return null;
  if (all.length <= 3) return all.join(' ');
  return `${changes.added.length} codings added, ${changes.removed.length} removed.`;
}

function sentence({ codes, coders, viewerId }: Names, done: string) {
  return (coding: Coding) => {
    const who = isOwn(coding, viewerId) ? 'you' : coderName(coding, coders.get(coding.coderId));
    return `${codeName(codes.get(coding.codeId))} ${done} by ${who}: “${quoteStart(coding.quote)}”.`;
  };
}

const quoteLength = 60;

/** The beginning of a quote on one line. */
export function quoteStart(quote: string): string {
  const line = quote
    .slice(0, quoteLength * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= quoteLength) return line;
  return `${line.slice(0, snap(line, { start: 0, end: quoteLength }).end)}…`;
}
