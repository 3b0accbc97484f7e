import { listLabel, type Level } from '../list-labels';
import { element, elements, type XmlElement } from '../xml';

/** Gives list items the label that Word shows before them ("2.", "b)", "1.3"); none where the label is a mere bullet. */
export type Numbering = {
  /** The label of the next item of this list at this level, counting on from the one before. */
  next(list: { id: string; level: number }): string;
};

export function numberingOf(root: XmlElement | null): Numbering {
  const abstracts = new Map(elements(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'], each]));
  const lists = new Map(
    elements(root, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', listIn(num, abstracts)]),
  );
  // Lists made from one definition count on from each other, unless one of them starts anew.
  const counts = new Map<string, (number | undefined)[]>();
  return {
    next({ id, level }) {
      const list = lists.get(id);
      if (!list) return '';
      const count = counts.get(list.key) ?? [];
      counts.set(list.key, count);
      count[level] = (count[level] ?? list.levels[level]?.start ?? 1) + (count[level] === undefined ? 0 : 1);
      count.length = level + 1;
      return listLabel(list.levels, count, level);
    },
  };
}

type List = { key: string; levels: Level[] };

function listIn(num: XmlElement, abstracts: ReadonlyMap<string | undefined, XmlElement>): List {
  const abstractId = element(num, 'w:abstractNumId')?.attributes['w:val'];
  const overrides = elements(num, 'w:lvlOverride');
  const levels = levelsOf(abstracts.get(abstractId));
  for (const override of overrides) {
    const at = Number(override.attributes['w:ilvl'] ?? 0);
    const start = element(override, 'w:startOverride')?.attributes['w:val'];
    const own = element(override, 'w:lvl');
    if (own) levels[at] = levelOf(own);
    if (start !== undefined && levels[at]) levels[at] = { ...levels[at], start: Number(start) };
  }
  return { key: overrides.length > 0 ? `own ${num.attributes['w:numId']}` : `shared ${abstractId}`, levels };
}

function levelsOf(abstract: XmlElement | undefined): Level[] {
  const levels: Level[] = [];
  for (const level of elements(abstract, 'w:lvl')) levels[Number(level.attributes['w:ilvl'] ?? 0)] = levelOf(level);
  return levels;
}

function levelOf(level: XmlElement): Level {
  const said = (name: string) => element(level, name)?.attributes['w:val'];
  return {
    start: Number(said('w:start') ?? 1),
    format: said('w:numFmt') ?? 'decimal',
    pattern: said('w:lvlText') ?? '',
  };
}
