import type { Level } from '../list-labels';
import { element, elements, type XmlElement } from '../xml';

/** What styles of an OpenDocument text tell about words: whether they are hidden, and how lists are numbered. */
export type OpenStyles = {
  /** True for a paragraph or text style that hides its words. */
  hides(name: string | undefined): boolean;
  /** The levels of a list style, outermost first. */
  levels(name: string | undefined): readonly (Level | undefined)[];
  /** True where a paragraph style is one for quotations. */
  quotes(name: string | undefined): boolean;
};

/** Styles of all parts of a document; later ones win. */
export function openStyles(parts: readonly (XmlElement | null)[]): OpenStyles {
  const all = parts.flatMap((part) =>
    ['office:styles', 'office:automatic-styles'].flatMap((name) => elements(element(part, name))),
  );
  const styles = new Map(
    all.filter(({ name }) => name === 'style:style').map((style) => [style.attributes['style:name'], style]),
  );
  const lists = new Map(
    all
      .filter(({ name }) => name === 'text:list-style')
      .map((style) => [style.attributes['style:name'], levelsOf(style)]),
  );
  const chain = (name: string | undefined): XmlElement[] => chainOf(styles, name);
  return {
    hides: (name) => {
      const said = chain(name).map((style) => element(style, 'style:text-properties')?.attributes['text:display']);
      return said.find((display) => display !== undefined) === 'none';
    },
    levels: (name) => lists.get(name) ?? [],
    quotes: (name) => chain(name).some(({ attributes }) => attributes['style:name'] === 'Quotations'),
  };
}

/** A style and those it is based on, itself first. Styles based on each other in a circle end somewhere. */
function chainOf(styles: ReadonlyMap<string | undefined, XmlElement>, name: string | undefined): XmlElement[] {
  const chain: XmlElement[] = [];
  let style = name === undefined ? undefined : styles.get(name);
  while (style && chain.length < 30) {
    chain.push(style);
    const parent: string | undefined = style.attributes['style:parent-style-name'];
    style = parent === undefined ? undefined : styles.get(parent);
  }
  return chain;
}

/** OpenDocument says what stands before and after the number, and how many levels the number shows. */
function levelsOf(style: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const { name, attributes } of elements(style)) {
    const at = Number(attributes['text:level'] ?? 1) - 1;
    const shown = Number(attributes['text:display-levels'] ?? 1);
    const numbers = Array.from({ length: shown }, (_none, index) => `%${at - shown + 2 + index}`).join('.');
    const format = formats[attributes['style:num-format'] ?? ''];
    levels[at] = {
      start: Number(attributes['text:start-value'] ?? 1),
      format: name === 'text:list-level-style-number' && format ? format : 'none',
      pattern: `${attributes['style:num-prefix'] ?? ''}${numbers}${attributes['style:num-suffix'] ?? ''}`,
    };
  }
  return levels;
}

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
