import { otherSide, placeInPair, type DocumentSummary, type Side } from '@/lib/documents';
import { alignTexts, beadsOf, spanOf, type Alignment } from '@/lib/documents/pairs';
import { codePointRuler, type CodePointRuler, type Span } from '@/lib/text';
import type { Archive } from './archive';
import type { Cell } from './csv';

type Text = Awaited<ReturnType<Archive['text']>>;

/** What stands on the other side of a document that is in a pair. */
export type OtherSide = {
  /** The side that the document itself is. */
  side: Side;
  document: DocumentSummary;
  alignment: Alignment;
  ruler: CodePointRuler;
};

/** The other side of a document, its blocks aligned; null for one that is in no pair. */
export async function openOtherSide(archive: Archive, documentId: string, own: Text): Promise<OtherSide | null> {
  const place = placeInPair(archive.pairs, documentId);
  const document = archive.documents.find(({ id }) => id === place?.otherId);
  if (!place || !document) return null;
  const other = await archive.text(document.id);
  const texts =
    place.side === 'original' ? { original: own, translation: other } : { original: other, translation: own };
  return {
    side: place.side,
    document,
    alignment: alignTexts(texts, place.pair.anchors),
    ruler: codePointRuler(other.text),
  };
}

/** Which cells a passage has, told by the blocks across from it: passages with the same key have the same cells. */
export function keyAcross({ alignment, side }: OtherSide, passage: Span): string {
  const { first, last } = beadsOf(alignment, side, passage);
  return `${first}-${last}`;
}

/**
 * The cells of a passage that say what stands across from it: the last ones before the attributes in
 * `passageColumns`. The words are those of whole
 * blocks; where nothing was translated, they and their place are missing.
 */
export function cellsAcross({ side, document, alignment, ruler }: OtherSide, passage: Span): Cell[] {
  const other = otherSide(side);
  const span = spanOf(alignment, other, beadsOf(alignment, side, passage));
  const about = [side, document.id, document.title, document.language];
  if (!span) return [...about, null, null, null, null, null];
  const { start, end } = span;
  const quote = alignment.texts[other].text.slice(start, end);
  return [...about, quote, ruler.toCodePoint(start), ruler.toCodePoint(end), start, end];
}
