import { useCallback, useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import { useUnhurried } from '@/components/ui/use-unhurried';
import type { Coding } from '@/lib/codings';
import { livePairs, otherSide, placeInPair, type DocumentSummary, type Place } from '@/lib/documents';
import { alignSteps, type Alignment } from '@/lib/documents/pairs';
import type { Block } from '@/lib/text';
import { useKept } from '../kept';
import { useOtherText, type Loading } from './use-other-text';

/** A document's pair as the workspace shows it. */
export type Pairing = {
  place: Place;
  /** The document on the other side. */
  document: DocumentSummary;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  loading: Loading;
  /** How the blocks of both belong together, once both texts are there. */
  alignment: Alignment | null;
};

type Own = { documentId: string; text: string; blocks: Block[]; codings: readonly Coding[] };

/** The pair that a document is in, or null. Whether the other side is shown is kept for this browser. */
export function usePairing({ documentId, text, blocks, codings }: Own): Pairing | null {
  const { pairs, documents } = useProject();
  const [kept, keep] = useKept('concord:side-by-side', 'no');
  const place = useMemo(() => placeInPair(livePairs({ pairs, documents }), documentId), [pairs, documents, documentId]);
  const document = place && documents.get(place.otherId);
  const isOpen = kept === 'yes';
  const loading = useOtherText(document && isOpen ? document.id : null, codings);
  const { other } = loading;
  const { side, otherId, pair } = place ?? { side: null, otherId: null, pair: null };
  const anchors = pair?.anchors;
  const steps = useCallback(() => {
    if (!anchors || !isOpen || !other || other.id !== otherId) return [];
    const own = { text, blocks };
    return alignSteps(
      side === 'original' ? { original: own, translation: other } : { original: other, translation: own },
      anchors,
    );
  }, [anchors, side, otherId, isOpen, other, text, blocks]);
  const aligned = useUnhurried(steps).all.at(-1) ?? null;
  // While a correction is worked in, what held before it is shown; never what is about another text.
  const isOurs = aligned && side && aligned.texts[side].blocks === blocks && aligned.texts[otherSide(side)] === other;
  const alignment = isOurs && isOpen ? aligned : null;
  const setOpen = useCallback((open: boolean) => keep(open ? 'yes' : 'no'), [keep]);
  return place && document ? { place, document, isOpen, setOpen, loading, alignment } : null;
}
