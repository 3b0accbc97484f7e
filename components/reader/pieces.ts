import { content, previousBoundary, type Block, type Span } from '@/lib/text';

/** What one text node of the screen shows: a stretch of a block, without the white space around the block. */
export type Piece = Span & Pick<Block, 'kind' | 'level' | 'speaker'> & { continued: boolean };

/** Browsers lay out one paragraph at a time, so a longer one is shown as several that follow without a gap. */
const longest = 20_000;

/** The text as it will stand on the screen. The white space between pieces is in the text, but not rendered. */
export function cutPieces(text: string, blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block) => {
    const shown = rendered(text, block);
    return shown ? cutLong(text, { ...block, ...shown }) : [];
  });
}

/** A block from its first line that says something; the indentation of that line stays. */
function rendered(text: string, block: Block): Span | null {
  const said = content(text, block);
  if (!said) return null;
  const lineStart = text.lastIndexOf('\n', said.start - 1) + 1;
  return { start: said.start === 0 ? 0 : Math.max(block.start, lineStart), end: said.end };
}

function cutLong(text: string, block: Block): Piece[] {
  const pieces: Piece[] = [];
  const { kind, level, speaker } = block;
  let start = block.start;
  while (start < block.end) {
    const end = block.end - start <= longest ? block.end : goodPlace(text, start);
    const shownEnd = text[end - 1] === '\n' && end < block.end ? end - 1 : end;
    if (shownEnd > start) pieces.push({ kind, level, speaker, start, end: shownEnd, continued: pieces.length > 0 });
    start = end;
  }
  return pieces;
}

/** Where a long block may be cut: after a line, else after a space, else between two characters. */
function goodPlace(text: string, start: number): number {
  const limit = start + longest;
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > start) return line;
  const space = text.lastIndexOf(' ', limit - 1) + 1;
  return space > start + longest / 2 ? space : previousBoundary(text, limit);
}
