import { useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import type { DocumentSummary } from '@/lib/documents';
import type { Member } from '@/lib/projects';
import { assign, draw, frameOf, sealedDocuments, type Dealt, type Sampling, type Stratum } from '@/lib/rounds';
import { coderCandidates } from './coder-candidates';

export type How = 'choose' | 'draw';

/** A round in the making: who and what is in it, what is still missing, and the means to change it. */
export type Plan = {
  how: How;
  setHow: (how: How) => void;
  /** Documents that could be chosen, and how many lie in open rounds. */
  free: DocumentSummary[];
  sealed: number;
  chosen: ReadonlySet<string>;
  setChosen: (chosen: ReadonlySet<string>) => void;
  /** What a sample is drawn from, what is to be drawn of it, and what was. */
  frame: DocumentSummary[];
  sampling: Sampling;
  setSampling: (sampling: Sampling) => void;
  strata: Stratum[];
  documentIds: string[];
  candidates: Member[];
  coders: ReadonlySet<string>;
  setCoders: (coders: ReadonlySet<string>) => void;
  coderIds: string[];
  /** Null: every coder codes every document. */
  dealt: Dealt | null;
  setDealt: (dealt: Dealt | null) => void;
  /** How many documents each coder gets, by their id, when documents are dealt. */
  loads: ReadonlyMap<string, number>;
  missing: string | null;
};

export function usePlan(): Plan {
  const { documents, rounds, members } = useProject();
  const candidates = coderCandidates(members.values());
  const [how, setHow] = useState<How>('choose');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [coders, setCoders] = useState<ReadonlySet<string>>(
    () => new Set(candidates.filter(({ role }) => role === 'coder').map(({ id }) => id)),
  );
  const [sampling, setSampling] = useState<Sampling>(() => ({
    seed: rounds.size + 1,
    size: 10,
    by: null,
    fresh: true,
  }));
  const [dealt, setDealt] = useState<Dealt | null>(null);
  const all = useMemo(() => [...documents.values()], [documents]);
  const sealed = useMemo(() => new Set(sealedDocuments(rounds.values())), [rounds]);
  const free = useMemo(() => all.filter(({ id }) => !sealed.has(id)), [all, sealed]);
  const frame = useMemo(() => frameOf(all, [...rounds.values()], sampling.fresh), [all, rounds, sampling.fresh]);
  const drawn = useMemo(
    () => draw(frame, { ...sampling, size: Math.min(sampling.size, frame.length) }),
    [frame, sampling],
  );
  const documentIds = useMemo(
    () => (how === 'draw' ? drawn.documentIds : free.map(({ id }) => id).filter((id) => chosen.has(id))),
    [how, drawn, free, chosen],
  );
  const coderIds = candidates.map(({ id }) => id).filter((id) => coders.has(id));
  const loads = loadsOf(documentIds, coderIds, dealt);
  const missing = whatIsMissing({
    how,
    sampling,
    frame: frame.length,
    documents: documentIds.length,
    coders: coderIds.length,
    dealt,
  });
  return {
    ...{
      how,
      setHow,
      free,
      sealed: sealed.size,
      chosen,
      setChosen,
      frame,
      sampling,
      setSampling,
      strata: drawn.strata,
    },
    ...{ documentIds, candidates, coders, setCoders, coderIds, dealt, setDealt, loads, missing },
  };
}

type Given = { how: How; sampling: Sampling; frame: number; documents: number; coders: number; dealt: Dealt | null };

function whatIsMissing({ how, sampling, frame, documents, coders, dealt }: Given): string | null {
  if (how === 'draw' && sampling.size > frame) return `There are only ${frame} documents to draw from.`;
  if (documents === 0) return how === 'draw' ? 'There is no document to draw.' : 'Choose at least one document.';
  if (documents > 5_000) return 'A round holds at most 5,000 documents.';
  if (coders === 0) return 'Choose at least one coder.';
  if (dealt && dealt.perDocument > coders)
    return `Each document cannot go to ${dealt.perDocument} of ${coders} coders.`;
  if (dealt && dealt.perDocument * documents < coders)
    return 'Some coders would get no document. Choose fewer coders or more documents.';
  return null;
}

function loadsOf(documentIds: string[], coderIds: string[], dealt: Dealt | null): ReadonlyMap<string, number> {
  if (!dealt || dealt.perDocument > coderIds.length) return new Map();
  const given = Object.values(assign({ documentIds, coderIds }, dealt)).flat();
  return new Map(coderIds.map((coder) => [coder, given.filter((each) => each === coder).length]));
}
