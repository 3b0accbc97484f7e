import { attributeCell, attributeColumns, type Column } from '../column';
import { tableFormat } from './table-format';

/** The documents without their texts. */
export const documents = tableFormat({
  name: 'documents',
  title: 'Documents',
  purpose:
    'Every document with all its attributes, also those without codings: to count, weight and join by document_id.',
  loses: ['the texts themselves'],
  filtered: false,
  columns: ({ attributes }) => [...fixed, ...attributeColumns(attributes)],
  async rows({ documents: all, attributes }) {
    return all.map((document) => {
      const { id, title, language, direction, length, sha256, createdAt } = document;
      const own = attributes.map((attribute) => attributeCell(attribute, document));
      return [id, title, language, direction, length, sha256, createdAt, ...own];
    });
  },
});

const fixed: Column[] = [
  { name: 'document_id', holds: 'id', meaning: 'Names the document.' },
  { name: 'document', holds: 'text', meaning: 'Its title.' },
  { name: 'language', holds: 'choice', meaning: 'Language of the text (BCP 47); empty if nobody knows.' },
  { name: 'direction', holds: 'choice', meaning: 'ltr or rtl: which way the text runs.' },
  { name: 'length_utf16', holds: 'number', meaning: 'Length of the text in UTF-16 code units.' },
  { name: 'text_sha256', holds: 'id', meaning: 'SHA-256 of the text in UTF-8.' },
  { name: 'created_at', holds: 'time', meaning: 'When it was added to the project, in UTC (ISO 8601).' },
];
