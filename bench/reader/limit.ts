import type { Coding } from '@/lib/codings';
import { cutSections } from '@/components/reader/sections';
import { cutPieces } from '@/components/reader/pieces';
import { codes } from './texts';
import type { Subject } from './texts';

export type Mounted = { add(coding: Coding): void };

/**
 * The limit: the same text in plain elements that nobody can put a caret in, with or without the first screens'
 * codings painted. No editor, no index, no margin, no React.
 */
export function mountLimit(host: HTMLElement, { text, blocks, codings }: Subject, painted: boolean): Mounted {
  const pieces = cutPieces(text, blocks);
  const nodes: Text[] = [];
  for (const section of cutSections(text, pieces)) {
    const element = document.createElement('div');
    element.setAttribute('style', `content-visibility: auto; contain-intrinsic-size: auto ${section.height}px`);
    for (const piece of pieces.slice(section.first, section.last)) {
      const paragraph = document.createElement('p');
      const node = document.createTextNode(text.slice(piece.start, piece.end));
      paragraph.append(node);
      element.append(paragraph);
      nodes.push(node);
    }
    host.append(element);
  }
  const highlights = new Map<string, Highlight>();
  const paint = (coding: Coding) => {
    const at = pieces.findIndex(({ end }) => end > coding.start);
    const [piece, node] = [pieces[at], nodes[at]];
    if (!piece || !node) return;
    const end = Math.min(coding.end - piece.start, node.length);
    const startOffset = Math.min(Math.max(0, coding.start - piece.start), end);
    highlightOf(highlights, coding).add(
      new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset: end }),
    );
  };
  if (painted) for (const coding of codings) if (coding.start < firstScreens) paint(coding);
  return { add: paint };
}

/** Text within 1,200 px of the screen, as the reader paints it: about one section more. */
const firstScreens = 24_000;

function highlightOf(highlights: Map<string, Highlight>, coding: Coding): Highlight {
  const name = `limit-${codes.get(coding.codeId)?.color.slice(1) ?? ''}`;
  const highlight = highlights.get(name) ?? new Highlight();
  highlights.set(name, highlight);
  CSS.highlights.set(name, highlight);
  return highlight;
}
