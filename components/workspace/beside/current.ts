import { otherSide, type Side } from '@/lib/documents';
import { beadsOf, spanOf, type Alignment, type Anchor } from '@/lib/documents/pairs';
import { content, type Span } from '@/lib/text';

/** What is looked at on each side: the blocks that belong together where the caret stands. */
export function aroundCaret(alignment: Alignment | null, side: Side, caret: number): Record<Side, Span | null> | null {
  if (!alignment || caret < 0) return null;
  const run = beadsOf(alignment, side, { start: caret, end: caret + 1 });
  const [own, other] = [spanOf(alignment, side, run), spanOf(alignment, otherSide(side), run)];
  return side === 'original' ? { original: own, translation: other } : { original: other, translation: own };
}

/** The two blocks that are picked while the alignment is corrected. */
export function pickedSpans(alignment: Alignment | null, picked: Anchor | null): Record<Side, Span | null> | null {
  if (!alignment || !picked) return null;
  const spanIn = (side: Side) => {
    const { text, blocks } = alignment.texts[side];
    const block = blocks[picked[side]];
    return block ? content(text, block) : null;
  };
  return { original: spanIn('original'), translation: spanIn('translation') };
}
