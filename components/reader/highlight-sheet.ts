/**
 * Highlights are told apart by colour slot and depth. `lit` is the one that is singled out; `more`, of slot 0, stands
 * where more codings lie over one another than there are lines.
 */
export type Layer = number | 'lit' | 'more';

/** How many stacked lines a text line has room for. */
export const depthLimit = 4;

export function highlightName(prefix: string, slot: number, layer: Layer): string {
  return `${prefix}-${slot}-${layer}`;
}

export type Scheme = 'light' | 'dark';

/** The style sheet of a reader's highlights, one rule for each colour and layer. */
export function highlightSheet(prefix: string, colors: readonly string[], scheme: Scheme): string {
  const layers: Layer[] = [...Array.from({ length: depthLimit }, (_, depth) => depth), 'lit'];
  const rule = (slot: number, layer: Layer) =>
    `::highlight(${highlightName(prefix, slot, layer)}) { ${highlightStyle(colors[slot] ?? '', layer, scheme)} }`;
  return [rule(0, 'more'), ...colors.flatMap((_, slot) => layers.map((layer) => rule(slot, layer)))].join('\n');
}

/** The declarations of one highlight; also what the fallback writes into style attributes. */
export function highlightStyle(color: string, layer: Layer, scheme: Scheme): string {
  if (layer === 'more')
    return `text-decoration: underline dotted 2px #868e96; text-underline-offset: ${offsetAt(depthLimit)}px`;
  const ink = inkOf(color, scheme);
  const depth = layer === 'lit' ? 0 : layer;
  const tint = layer === 'lit' ? 34 : (tints[layer] ?? 0);
  const thickness = layer === 'lit' ? 3 : 2;
  return [
    `background-color: color-mix(in srgb, ${ink} ${tint}%, transparent)`,
    `text-decoration: underline ${thickness}px ${ink}`,
    `text-underline-offset: ${offsetAt(depth)}px`,
    'text-decoration-skip-ink: none',
  ].join('; ');
}

function offsetAt(depth: number): number {
  return 3 + depth * 3;
}

/** Tints add up where codings overlap, so only the outer two have one; lines tell the rest. */
const tints: readonly number[] = [15, 9];

/** The code's colour, light enough to be seen on a dark page. */
export function inkOf(color: string, scheme: Scheme): string {
  return scheme === 'dark' ? `color-mix(in oklab, ${color} 65%, white)` : color;
}
