import { isRefusal } from '@/lib/errors';
import type { FileProperties } from '../found-values';
import { descendants, parseXml, textIn, type XmlElement } from './xml';

/**
 * What an office document or a book says of itself, in the terms of Dublin Core that Word, OpenDocument and EPUB share. A name is
 * taken from the first of its terms that is there.
 */
export function propertiesOf(root: XmlElement | null): FileProperties {
  if (!root) return {};
  const said = (...names: string[]) =>
    names.map((name) => descendants(root, name)[0]).flatMap((each) => (each ? textIn(each).trim() : []))[0] ?? '';
  return {
    author: said('meta:initial-creator', 'dc:creator'),
    // A stamp to the second is the clock of somebody's computer; the day is what it can say of a statement.
    date: said('dcterms:created', 'meta:creation-date', 'dc:date').slice(0, 10),
    publisher: said('dc:publisher'),
  };
}

/** The part of an office document that tells of it. A damaged one is no reason not to read the words. */
export function leniently(bytes: Uint8Array | null): XmlElement | null {
  try {
    return bytes && parseXml(bytes, 'The part about the document');
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
