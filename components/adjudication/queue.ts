import type { Figure } from '@/lib/agreement';

/** A passage of a document, [start, end) in UTF-16 code units. */
export type Passage = { documentId: string; start: number; end: number };

/** A code on words: what coders put there, and what a consensus consists of. */
export type Part = { codeId: string; start: number; end: number; quote: string };

/** One coder at one passage. While names are hidden there is only the letter, and nothing to tell whose it is. */
export type Lane = {
  letter: string;
  name: string | null;
  /** Who had not finished the document is missing there: their silence is no answer. */
  finished: boolean;
  codings: (Part & { memo: string })[];
};

/** A passage on which coders differ. */
export type Case = Passage & {
  loss: number;
  codes: { codeId: string; loss: number }[];
  /** The words of the passage with what stands around them, and where they begin in the document. */
  around: { start: number; text: string };
  lanes: Lane[];
};

/** A passage on which all agree, with the codings that say so. */
export type AgreedPassage = Passage & { codings: Part[] };

/** One coder against the consensus on the documents that are settled. */
export type Against = {
  letter: string;
  name: string | null;
  documents: number;
  units: number;
  alpha: Figure;
  percent: Figure;
  /** F1 of passages that overlap by half or more; null where neither marked any. */
  f1: number | null;
};

/** What adjudication of a round begins with: a page of its differences, the costliest first. */
export type Queue = {
  /** Every difference of the round in the queue's order; `cases` are those from `first` on. */
  all: Passage[];
  first: number;
  cases: Case[];
  agreed: AgreedPassage[];
  against: Against[];
  /** Documents that two or more coders finished, and how many of them are settled. */
  documents: { compared: number; settled: number };
  /** Names and colours of codes as they were when the round closed; some may be gone from the codebook since. */
  codes: Record<string, { name: string; color: string }>;
  /** Whether the answer says who is who. */
  named: boolean;
};

/** How many differences a page holds. */
export const perPage = 100;

export function isSame(a: Passage, b: Passage): boolean {
  return a.documentId === b.documentId && a.start === b.start && a.end === b.end;
}

/** A passage as an address carries it: `document.start-end`. */
export function addressOf({ documentId, start, end }: Passage): string {
  return `${documentId}.${start}-${end}`;
}

/** Reads what `addressOf` writes; null for anything else. */
export function passageAt(address: string | undefined): Passage | null {
  const found = /^([0-9a-f-]{36})\.(\d{1,9})-(\d{1,9})$/.exec(address ?? '');
  return found ? { documentId: found[1]!, start: Number(found[2]), end: Number(found[3]) } : null;
}

/** The part of a list that a page shows, counting pages from 1: the page with `at` on it, if there is one. */
export function pageOf(
  all: readonly Passage[],
  { page, at }: { page: number; at: Passage | null },
): { first: number; here: number } {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const place = at
    ? all.findIndex((each) => each.documentId === at.documentId && each.start < at.end && at.start < each.end)
    : -1;
  const here = place < 0 ? Math.min(Math.max(1, Math.floor(page) || 1), pages) : Math.floor(place / perPage) + 1;
  return { first: (here - 1) * perPage, here };
}
