import { useMemo, useState, type RefObject } from 'react';
import type { ReaderHandle } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import type { Span } from '@/lib/text';
import { codingsAt, type DocumentCodings } from './document-codings';
import { useCaret } from './use-caret';

/** What the person is looking at: the selected words, the caret, the coding singled out. */
export type Passage = {
  selection: Span | null;
  caret: number;
  active: string | null;
  /** The codings there, in reading order. */
  here: Coding[];
  setSelection: (span: Span | null) => void;
  setActive: (id: string | null) => void;
};

/** Follows caret and selection. A coding stays singled out until the caret leaves it. */
export function usePassage(reader: RefObject<ReaderHandle | null>, codings: DocumentCodings): Passage {
  const [selection, setSelection] = useState<Span | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const caret = useCaret(reader);
  const [followed, setFollowed] = useState(caret);
  const coding = active === null ? undefined : codings.index.get(active);
  if (followed !== caret) {
    setFollowed(caret);
    if (coding && (caret < coding.start || caret > coding.end)) setActive(null);
  }

  const here = useMemo(() => around(codings, selection ?? coding ?? null, caret), [codings, selection, coding, caret]);
  return { selection, caret, active: coding ? active : null, here, setSelection, setActive };
}

/** At the end of a passage the caret still counts as in it. */
function around(codings: DocumentCodings, span: Span | null, caret: number): Coding[] {
  if (span) return codingsAt(codings, span);
  const after = codingsAt(codings, { start: caret, end: caret });
  return after.length > 0 ? after : codingsAt(codings, { start: caret - 1, end: caret });
}
