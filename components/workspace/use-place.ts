import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { ReaderHandle } from '@/components/reader';
import { trimmed } from '@/lib/text';
import type { DocumentCodings } from './document-codings';
import { placeIn } from './place';
import { keepPlace, placeLeft } from './reading-place';
import type { Passage } from './use-passage';

type Desk = {
  projectId: string;
  viewerId: string;
  text: string;
  /** Where the server says this person left off. */
  place: number | null;
  reader: RefObject<ReaderHandle | null>;
  codings: DocumentCodings;
  passage: Passage;
};

/** Where reading begins: at the passage or coding that the address names, else where this person left off. */
export function usePlace({ projectId, viewerId, text, place, reader, codings, passage }: Desk): void {
  const at = useSearchParams().get('at');
  const document = { projectId, viewerId, documentId: codings.documentId };

  /** Until reading has begun, what scrolls is the page being put together. */
  const hasBegun = useRef(false);

  const goTo = useEffectEvent((named: string | null) => {
    const place = placeIn({ at: named, hash: window.location.hash }, text.length);
    if (!place) return false;
    const span = 'span' in place ? place.span : codings.index.get(place.codingId);
    if (!span) return false;
    reader.current?.reveal(span);
    if ('codingId' in place) passage.setActive(place.codingId);
    else reader.current?.select(place.span);
    reader.current?.focus();
    return true;
  });

  const begin = useEffectEvent(() => {
    const left = placeLeft(document, place) ?? 0;
    const words = left > 0 && trimmed(text, { start: left, end: Math.min(left + aFewWords, text.length) });
    if (!goTo(at) && words) reader.current?.reveal(words);
    hasBegun.current = true;
  });

  useEffect(() => {
    const frame = requestAnimationFrame(() => begin());
    const onHash = () => void goTo(null);
    window.addEventListener('hashchange', onHash);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('hashchange', onHash);
    };
  }, [at]);

  const leave = useEffectEvent(() => {
    if (!hasBegun.current) return;
    const middle = window.scrollY < atTop ? 0 : reader.current?.offsetAt(...middleOfText());
    if (middle != null) keepPlace(document, middle);
  });

  useEffect(() => {
    let timer = 0;
    const onScroll = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => leave(), rest);
    };
    const onHide = () => leave();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('pagehide', onHide);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', onHide);
    };
  }, []);
}

/** How long, in ms, scrolling rests before the place counts as one where somebody reads. */
const rest = 800;

/** Enough text to hold something that is no white space, which has no place on the screen. */
const aFewWords = 80;

/** Scrolled less than this, one has not begun to read. */
const atTop = 80;

/** The middle of the window in the text's column: what is kept there is revealed there. */
function middleOfText(): [x: number, y: number] {
  const text = document.querySelector('[role="textbox"][aria-multiline]')?.getBoundingClientRect();
  return [text ? text.left + text.width / 2 : window.innerWidth / 2, window.innerHeight / 2];
}
