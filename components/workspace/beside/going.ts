import type { ReaderHandle } from '@/components/reader';
import type { Side } from '@/lib/documents';
import type { Alignment } from '@/lib/documents/pairs';
import { likeOf } from './level';

type Way = { alignment: Alignment; from: ReaderHandle | null; to: ReaderHandle | null; side: Side };

/** Puts the caret into what belongs to the place where it stands on one side, and the focus there. */
export function goToLike({ alignment, from, to, side }: Way): void {
  const like = from && likeOf(alignment, side, from.caret());
  if (!like || !to) return;
  const seen = to.place(like);
  if (!seen || seen.top < 0 || seen.bottom > window.innerHeight) to.reveal(like);
  else to.select({ start: like.start, end: like.start });
  to.focus();
}
