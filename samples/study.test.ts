import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codebook, deliberatelyUnused, type SampleCode } from './codebook';
import { study } from './study';

const folder = new URL('./statements/', import.meta.url);
const texts = new Map(study.statements.map((each) => [each.key, readFileSync(new URL(each.file, folder), 'utf8')]));
const codes = flatten(codebook);
const keyed = <T extends { key: string }>(items: T[]): Set<string> => new Set(items.map((item) => item.key));

describe('the demo statements', () => {
  it('are the files of the folder, each listed once, ten of them', () => {
    expect(study.statements.map((each) => each.file).sort()).toEqual(readdirSync(folder).sort());
    expect(study.statements).toHaveLength(10);
  });

  it('open by saying that they are invented', () => {
    for (const [key, text] of texts) expect(text.split('\n')[0], key).toMatch(/Invented|вымышлен|متخيَّل/);
  });

  it('are clean text: no carriage return, NUL, byte order mark or space at the end of a line', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toMatch(/[\r\0\uFEFF]|[ \t]$/m);
      expect(text.isWellFormed() && text.endsWith('\n'), key).toBe(true);
    }
  });

  it('are long enough to teach with and short enough to read in class', () => {
    for (const { key, attributes } of study.statements) {
      const words = texts.get(key)!.split(/\s+/).length;
      expect(words, key).toBeGreaterThan(attributes.language === 'en' ? 250 : 120);
      expect(words, key).toBeLessThan(720);
    }
  });

  it('fill only attributes that the study declares, with values of the declared kind', () => {
    for (const { key, attributes } of study.statements)
      for (const [name, value] of Object.entries(attributes)) {
        const declared = study.attributes.find((attribute) => attribute.key === name);
        expect(declared, `${key}: ${name}`).toBeDefined();
        expect(fits(declared!, value), `${key}: ${name} = ${value}`).toBe(true);
      }
  });

  it('are listed in order of date', () => {
    const dates = study.statements.map((each) => each.attributes.date);
    expect(dates).toEqual([...dates].sort());
  });
});

describe('the demo codebook', () => {
  it('has the four top codes of the study', () => {
    expect(codebook.map((code) => code.name)).toEqual(['Stability', 'Great-power status', 'Anti-US narrative', 'Gulf balancing']);
  });

  it('gives every code a key, name, colour and shortcut of its own', () => {
    for (const field of ['key', 'name', 'color'] as const) expect(new Set(codes.map((code) => code[field])).size, field).toBe(codes.length);
    const shortcuts = codes.flatMap((code) => code.shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    for (const shortcut of shortcuts) expect(shortcut).toMatch(/^[a-z0-9]$/);
  });

  it('uses colours that stand out on white and on the dark page', () => {
    for (const { name, color } of codes) {
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
      for (const page of ['#ffffff', '#1a1b1e']) expect(contrast(color, page), `${name} on ${page}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('can be coded by: every code says what it means, when to use it, when not, and shows it', () => {
    for (const code of codes) {
      for (const rule of [code.definition, code.useWhen, code.avoidWhen]) expect(rule, code.name).toMatch(/\S+ .*[.)]$/);
      expect(code.examples.some((example) => !example.counter), code.name).toBe(true);
    }
  });
});

describe('the demo codings', () => {
  it('name analysts, statements and codes that exist', () => {
    for (const { analyst, statement, code } of study.codings)
      expect([keyed(study.analysts).has(analyst), texts.has(statement), keyed(codes).has(code)], `${statement} ${code}`).toEqual([true, true, true]);
  });

  it('quote their statement word for word, at one place only, within one line', () => {
    for (const { statement, quote } of study.codings) {
      expect(texts.get(statement)!.split(quote).length - 1, `${statement}: ${quote}`).toBe(1);
      expect(quote, statement).toMatch(/^\S(.*\S)?$/);
    }
  });

  it('never put one code on the same passage twice by the same hand', () => {
    const seen = study.codings.map(({ statement, analyst, code, quote }) => [statement, analyst, code, quote].join('\n'));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('use every code except those left empty on purpose', () => {
    const used = new Set(study.codings.map((coding) => coding.code));
    expect(codes.map((code) => code.key).filter((key) => !used.has(key))).toEqual(deliberatelyUnused);
  });

  it('let two analysts be compared on at least eight statements, and leave one statement to the class', () => {
    const doubles = study.statements.filter(({ key }) => study.finished.filter((each) => each.statement === key).length >= 2);
    expect(doubles.length).toBeGreaterThanOrEqual(8);
    const coded = new Set(study.codings.map((coding) => coding.statement));
    expect(study.statements.map((each) => each.key).filter((key) => !coded.has(key))).toEqual(['readout']);
  });

  it('are called finished only by analysts who coded there, and not by all who began', () => {
    const begun = new Set(study.codings.map(({ statement, analyst }) => `${statement} ${analyst}`));
    for (const { statement, analyst } of study.finished) expect(begun).toContain(`${statement} ${analyst}`);
    expect(study.finished.length).toBeLessThan(begun.size);
  });

  it('hold the lessons that the README promises', () => {
    const by = (analyst: string, family: string) => study.codings.filter((each) => each.analyst === analyst && familyOf(each.code) === family).length;
    expect(by('marek', 'anti-us')).toBeGreaterThan(1.5 * by('leyla', 'anti-us'));
    expect(by('sofia', 'gulf')).toBeLessThan(by('leyla', 'gulf') / 5);
    expect(study.codings.filter((each) => each.code === 'experience').length).toBeLessThan(8);
  });
});

function flatten(tree: SampleCode[]): SampleCode[] {
  return tree.flatMap((code) => [code, ...flatten(code.children ?? [])]);
}

function familyOf(key: string): string | undefined {
  return codebook.find((top) => flatten([top]).some((code) => code.key === key))?.key;
}

function fits({ type, options }: (typeof study.attributes)[number], value: string): boolean {
  if (type === 'one-of') return options!.includes(value);
  if (type === 'date') return new Date(`${value}T00:00Z`).toISOString().startsWith(value);
  if (type === 'language') return Intl.getCanonicalLocales(value)[0] === value;
  if (type === 'url') return new URL(value).hostname === 'example.org';
  return value.trim() === value && value !== '';
}

/** Contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
