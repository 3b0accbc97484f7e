import { filterFields, isRanged, type Attribute, type DocumentFilter, type FilterField } from '@/lib/documents';
import { languageName } from '../languages';

/** A filter as a part of a sentence: “Office: Kremlin or Duma; Date: from 2023-03 to 2023-06”. Empty where it does not narrow. */
export function filterInWords(filter: DocumentFilter, attributes: readonly Attribute[]): string {
  return filterFields(attributes)
    .filter(({ key }) => (filter[key] ?? []).length > 0)
    .map((field) => `${field.name}: ${filter[field.key]!.map((wanted) => inWords(field, wanted)).join(' or ')}`)
    .join('; ');
}

function inWords(field: FilterField, wanted: string): string {
  if (wanted === '') return 'nothing';
  if (isRanged(field)) {
    const [from, to] = wanted.split('..');
    return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  }
  if (field.type === 'url') return `an address with “${wanted}”`;
  return field.type === 'language' ? languageName(wanted) : wanted;
}
