/** Languages to choose from, in the order of their English names; any other BCP 47 tag can be kept too. */
const common = `ar az be bg bn bs ca ckb cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk ko ku ky lt lv mk mn
ms nl no pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh`.split(/\s+/);

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** "Persian" for fa; the tag itself where it has no name. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The choices of a language field that now holds `current`. */
export function languageChoices(current: string | null): { value: string; label: string }[] {
  const tags = current && !common.includes(current) ? [...common, current] : common;
  return tags.map((value) => ({ value, label: `${languageName(value)} (${value})` })).sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
