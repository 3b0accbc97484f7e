/**
 * The platform's segmenter (ICU) for a language. One without data of its own gets the common rules, named as English:
 * otherwise the machine's own locale would decide, and two servers could cut one text differently.
 */
export function segmenterFor(language: string | null, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(supported(language), { granularity });
  segmenters.set(key, known);
  return known;
}

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Which rules cut the units, for example `icu78.3/concord-1`: the platform's version and the version of what `lib/text`
 * adds to it. It is stored beside the units, for other versions may cut elsewhere.
 */
export function segmenterVersion(): string {
  const icu = typeof process === 'undefined' ? undefined : process.versions?.['icu'];
  return `icu${icu ?? '-of-browser'}/concord-1`;
}

function supported(language: string | null): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language ?? 'en')[0] ?? 'en';
  } catch {
    return 'en'; // not even shaped like a language tag
  }
}
