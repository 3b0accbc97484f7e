import { element, elements, type XmlElement } from '../xml';

/** What a style, with those it is based on, says about a paragraph or a run. Undefined: it says nothing. */
export type Style = {
  /** Outline level, 1 being the outermost. */
  heading?: number;
  quote?: boolean;
  hidden?: boolean;
  /** The list that its paragraphs belong to. */
  list?: { id: string; level: number };
};

export type Styles = { styleOf(id: string | undefined): Style };

export function stylesOf(root: XmlElement | null): Styles {
  const all = new Map(elements(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const found = new Map<string, Style>();
  const styleOf = (id: string | undefined, below = 0): Style => {
    const style = id === undefined || below > longestChain ? undefined : all.get(id);
    if (!style) return {};
    const known = found.get(id!);
    if (known) return known;
    const own = { ...styleOf(element(style, 'w:basedOn')?.attributes['w:val'], below + 1), ...said(style) };
    found.set(id!, own);
    return own;
  };
  return { styleOf: (id) => styleOf(id) };
}

/** Styles based on each other in a circle are a fault of the file; no honest chain is longer. */
const longestChain = 30;

/** What an on/off property says: on when it is there, unless its value says otherwise. */
export function isOn(property: XmlElement | null): boolean | undefined {
  return property ? !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '') : undefined;
}

/** The list a paragraph's properties name; `null` takes it out of its style's list. */
export function listOf(properties: XmlElement | null): { id: string; level: number } | null | undefined {
  const numbering = element(properties, 'w:numPr');
  if (!numbering) return undefined;
  const id = element(numbering, 'w:numId')?.attributes['w:val'];
  const level = Number(element(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0);
  return id === undefined || id === '0' ? null : { id, level: Math.min(Math.max(level || 0, 0), 8) };
}

/** The outline level of a heading's properties; 9 and more is body text. */
export function outlineOf(properties: XmlElement | null): number | undefined {
  const level = element(properties, 'w:outlineLvl')?.attributes['w:val'];
  return level !== undefined && Number(level) < 9 ? Number(level) + 1 : undefined;
}

function said(style: XmlElement): Style {
  const name = (element(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase();
  const paragraph = element(style, 'w:pPr');
  const numbered = /^heading (\d)$/.exec(name)?.[1];
  const heading = outlineOf(paragraph) ?? (numbered ? Number(numbered) : name === 'title' ? 1 : undefined);
  const hidden = isOn(element(element(style, 'w:rPr'), 'w:vanish'));
  const list = listOf(paragraph);
  return {
    ...(heading !== undefined && { heading }),
    ...(/^(?:intense )?quote$|^block text$/.test(name) && { quote: true }),
    ...(hidden !== undefined && { hidden }),
    ...(list && { list }),
  };
}
