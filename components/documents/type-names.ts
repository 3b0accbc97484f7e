import type { AttributeType } from '@/lib/documents';

/** What the types of attributes are called on screens. */
export const typeNames: Record<AttributeType, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  'one-of': 'One of several options',
  'many-of': 'Any of several options',
  language: 'Language',
  url: 'Web address',
};
