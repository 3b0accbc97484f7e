/** A colour with the name people call it by; `hex` is #rrggbb in lower case. */
export type PaletteColor = { name: string; hex: string };

/** The two papers that text lies on: white in light mode, near black in dark (app/globals.css). */
export const papers = { light: '#ffffff', dark: '#1a1b1e' } as const;

/** WCAG 2.2, 1.4.11: what has to be told apart without being text needs this contrast. */
export const leastContrast = 3;

/**
 * Colours to choose from: twelve hues, each once bright and once deep, in the order of the rainbow. A relative
 * luminance between 0.14 and 0.27 keeps every one of them above `leastContrast` on both papers.
 */
export const palette: readonly PaletteColor[] = [
  { name: 'Coral', hex: '#e95760' },
  { name: 'Crimson', hex: '#c63644' },
  { name: 'Orange', hex: '#e36110' },
  { name: 'Rust', hex: '#b74a01' },
  { name: 'Amber', hex: '#b97d00' },
  { name: 'Bronze', hex: '#936203' },
  { name: 'Olive', hex: '#8d8e02' },
  { name: 'Moss', hex: '#707003' },
  { name: 'Leaf', hex: '#489b11' },
  { name: 'Forest', hex: '#367b02' },
  { name: 'Emerald', hex: '#069c71' },
  { name: 'Pine', hex: '#047b59' },
  { name: 'Teal', hex: '#08989e' },
  { name: 'Petrol', hex: '#03787d' },
  { name: 'Azure', hex: '#028cef' },
  { name: 'Cobalt', hex: '#016ebe' },
  { name: 'Violet', hex: '#8578f5' },
  { name: 'Indigo', hex: '#6a59d3' },
  { name: 'Orchid', hex: '#b867d9' },
  { name: 'Plum', hex: '#9949b9' },
  { name: 'Pink', hex: '#dd59a0' },
  { name: 'Ruby', hex: '#ba3982' },
  { name: 'Sand', hex: '#a8825d' },
  { name: 'Slate', hex: '#616d7e' },
];

/** The contrast of two colours after WCAG 2.2: from 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The papers on which a colour is too faint to be told from its ground. */
export function faintOn(hex: string): (keyof typeof papers)[] {
  return (['light', 'dark'] as const).filter((paper) => contrast(hex, papers[paper]) < leastContrast);
}

/** What to call a colour: its name in the palette, or else its number. */
export function colorName(hex: string): string {
  return palette.find((color) => color.hex === hex)?.name ?? hex;
}

/** A colour for the next code: one that the fewest codes have, far around the circle from the one before. */
export function nextColor(used: Iterable<string>): string {
  const times = Map.groupBy(used, (hex) => hex);
  const uses = (hex: string) => times.get(hex)?.length ?? 0;
  const spread = palette.map((_, i) => palette[(i * stride) % palette.length]!);
  return spread.reduce((best, color) => (uses(color.hex) < uses(best.hex) ? color : best)).hex;
}

/** Shares no divisor with the palette's 24 colours, so that steps of it visit every one. */
const stride = 7;

/** Relative luminance after WCAG 2.2, 0 for black to 1 for white. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
