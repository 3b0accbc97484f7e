/**
 * Highlights are told apart by colour slot and depth. `lit` is the one that is singled out. Those without a colour of
 * their own are of slot 0: `faint`, at each depth, what a filter dims; `more`, where more codings lie over one another
 * than there are lines; `found`, what a search has found, and `aim`, the find that is looked at.
 */
export type Layer = number | `faint-${number}` | 'lit' | 'more' | 'found' | 'aim';

/** How many stacked lines a text line has room for. */
export const depthLimit = 4;

export function highlightName(prefix: string, slot: number, layer: Layer): string {
  return `${prefix}-${slot}-${layer}`;
}

export type Scheme = 'light' | 'dark';

type Sheet = { prefix: string; scheme: Scheme; bearer: string };

/** The style sheet of a reader's highlights, one rule for each colour and layer, on the elements that bear them. */
export function highlightSheet(colors: readonly string[], { prefix, scheme, bearer }: Sheet): string {
  const depths = Array.from({ length: depthLimit }, (_, depth) => depth);
  const colorless: Layer[] = ['more', 'found', 'aim', ...depths.map((depth): Layer => `faint-${depth}`)];
  const rule = (slot: number, layer: Layer) =>
    `${bearer}::highlight(${highlightName(prefix, slot, layer)}) { ${highlightStyle(colors[slot] ?? '', layer, scheme)} }`;
  return [
    ...colorless.map((layer) => rule(0, layer)),
    ...colors.flatMap((_, slot) => [...depths, 'lit' as const].map((layer) => rule(slot, layer))),
  ].join('\n');
}

/** The declarations of one highlight; also what the fallback writes into style attributes. */
export function highlightStyle(color: string, layer: Layer, scheme: Scheme): string {
  if (layer === 'found' || layer === 'aim') return foundStyles[scheme][layer];
  if (layer === 'more') return greyLine('dotted 2px', depthLimit);
  if (typeof layer === 'string' && layer !== 'lit') return greyLine('solid 1px', Number(layer.slice('faint-'.length)));
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

function greyLine(line: string, depth: number): string {
  return `text-decoration: underline ${line} #868e96; text-underline-offset: ${offsetAt(depth)}px`;
}

/** Dark words on yellow in either scheme, as a marker pen leaves them; the one looked at in a stronger one. */
const foundStyles = {
  light: { found: 'background-color: #ffec99; color: #1a1b1e', aim: 'background-color: #ffc078; color: #1a1b1e' },
  dark: { found: 'background-color: #6b5900; color: #fff9db', aim: 'background-color: #ffc078; color: #1a1b1e' },
} as const;

function offsetAt(depth: number): number {
  return 3 + depth * 3;
}

/** Tints add up where codings overlap, so only the outer two have one; lines tell the rest. */
const tints: readonly number[] = [15, 9];

/** The code's colour, light enough to be seen on a dark page. */
export function inkOf(color: string, scheme: Scheme): string {
  return scheme === 'dark' ? `color-mix(in oklab, ${color} 65%, white)` : color;
}
