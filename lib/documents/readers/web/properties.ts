import type { FileProperties } from '../../found-values';
import { writtenDate } from '../../written-date';
import { isElement, type Page } from './page';

/** Names under which pages say such things in their head: of Open Graph, Dublin Core, and what search engines ask for. */
const names = {
  author: ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author'],
  date: [
    'article:published_time',
    'datepublished',
    'date',
    'dc.date',
    'dcterms.created',
    'dcterms.issued',
    'pubdate',
    'parsely-pub-date',
  ],
  publisher: ['og:site_name', 'dc.publisher', 'dcterms.publisher'],
  address: ['og:url', 'dc.identifier'],
};

/** What a page says of itself. Its address is what it calls its own; where it was fetched from nobody can tell. */
export function pageProperties({ head }: Page): FileProperties {
  const said = new Map<string, string>();
  for (const child of head?.childNodes.filter(isElement) ?? []) {
    const own = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    const name = (
      own.property ??
      own.name ??
      own.itemprop ??
      (own.rel === 'canonical' ? 'canonical' : '')
    ).toLowerCase();
    const value = (own.content ?? own.href ?? '').trim();
    if (name !== '' && value !== '' && !said.has(name)) said.set(name, value);
  }
  const first = (all: readonly string[]) =>
    all.map((name) => said.get(name)).find((value) => value !== undefined) ?? '';
  return {
    // Some sites name their authors by addresses of pages about them.
    author: first(names.author.filter((name) => !/^https?:/i.test(said.get(name) ?? ''))),
    date: writtenDate(first(names.date)) ?? '',
    publisher: first(names.publisher),
    address: first(['canonical', ...names.address]),
  };
}
