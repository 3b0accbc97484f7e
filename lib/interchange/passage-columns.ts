import type { Attribute } from '@/lib/documents';
import { attributeColumns, type Column } from './column';

/**
 * The columns of coded passages: one row per coding. Keys first, then what a reader wants, then the citation, then the
 * positions. The order never changes; new columns come at the end, before the attributes, which differ per project.
 */
export function passageColumns(attributes: readonly Attribute[]): Column[] {
  return [...fixed, ...attributeColumns(attributes)];
}

const fixed: Column[] = [
  { name: 'coding_id', holds: 'id', meaning: 'Names this coding: one coder put one code on one passage.' },
  { name: 'document_id', holds: 'id', meaning: 'Names the document; the key of documents.csv.' },
  { name: 'document', holds: 'text', meaning: 'Title of the document.' },
  { name: 'code_id', holds: 'id', meaning: 'Names the code; the key of codebook.csv.' },
  { name: 'code', holds: 'text', meaning: 'Name of the code.' },
  { name: 'code_path', holds: 'text', meaning: 'Names from the top code down to this one, separated by " > ".' },
  { name: 'coder_id', holds: 'id', meaning: 'Names the person whose coding this is.' },
  { name: 'coder', holds: 'text', meaning: 'Name of that person.' },
  { name: 'quote', holds: 'text', meaning: 'The passage: exactly the text from start to end.' },
  { name: 'memo', holds: 'text', meaning: 'The note on the coding; empty if there is none.' },
  { name: 'created_at', holds: 'time', meaning: 'When the coding was made, in UTC (ISO 8601).' },
  { name: 'updated_at', holds: 'time', meaning: 'When its code, place or memo last changed, in UTC (ISO 8601).' },
  { name: 'round', holds: 'text', meaning: 'Rounds in which this coder was to code this document, separated by "; ".' },
  {
    name: 'status',
    holds: 'choice',
    meaning:
      'finished or in progress: whether the coder has said to be done with the document. Only then does silence mean no. Empty outside the coder layer.',
  },
  { name: 'speaker', holds: 'text', meaning: 'The document’s attribute speaker, if the project has it.' },
  { name: 'document_date', holds: 'date', meaning: 'The document’s attribute document_date, else date.' },
  { name: 'source', holds: 'text', meaning: 'The document’s attribute source, else venue.' },
  { name: 'source_url', holds: 'link', meaning: 'The document’s attribute source_url.' },
  { name: 'language', holds: 'choice', meaning: 'Language of the text (BCP 47); empty if nobody knows.' },
  {
    name: 'cite',
    holds: 'text',
    meaning: 'A line to cite the passage by: Speaker, Title, Date (source), para. 12. What is unknown is left out.',
  },
  {
    name: 'paragraph',
    holds: 'number',
    meaning:
      'Number of the paragraph in which the passage begins, counted from 1. Headings, list items and speaker turns count as paragraphs.',
  },
  {
    name: 'start_cp',
    holds: 'number',
    meaning: 'First character of the passage, counted from 0 in Unicode code points, as Python counts (R: add 1).',
  },
  { name: 'end_cp', holds: 'number', meaning: 'The character after the last one, in code points.' },
  {
    name: 'start_utf16',
    holds: 'number',
    meaning: 'First character, counted from 0 in UTF-16 code units, as JavaScript and Java count.',
  },
  { name: 'end_utf16', holds: 'number', meaning: 'The character after the last one, in UTF-16 code units.' },
  {
    name: 'text_sha256',
    holds: 'id',
    meaning: 'SHA-256 of the document’s text in UTF-8: proves which text the positions measure in.',
  },
  {
    name: 'layer',
    holds: 'choice',
    meaning: 'coder, consensus, imported or machine. Only coder counts for agreement between coders.',
  },
  {
    name: 'codebook_version',
    holds: 'number',
    meaning:
      'Version of the codebook that was in force when the coding was made, or when its coder last stood by it or gave it another code.',
  },
  ...acrossColumns(),
];

/** What stands across from a passage, where its document is linked with its original or its translation. */
function acrossColumns(): Column[] {
  const across = 'Of the other text of the pair:';
  return [
    {
      name: 'coded_side',
      holds: 'choice',
      meaning:
        'original or translation: the side that was coded, where the document is linked with its translation or its original. Else this and the following are empty.',
    },
    { name: 'pair_document_id', holds: 'id', meaning: `${across} names the document; the key of documents.csv.` },
    { name: 'pair_document', holds: 'text', meaning: `${across} title of the document.` },
    { name: 'pair_language', holds: 'choice', meaning: `${across} its language (BCP 47); empty if nobody knows.` },
    {
      name: 'pair_quote',
      holds: 'text',
      meaning: `${across} the whole blocks (paragraphs, headings) that belong to those of the passage; empty where nothing does.`,
    },
    { name: 'pair_start_cp', holds: 'number', meaning: `${across} first character of pair_quote, in code points.` },
    { name: 'pair_end_cp', holds: 'number', meaning: `${across} the character after its last one, in code points.` },
    { name: 'pair_start_utf16', holds: 'number', meaning: `${across} first character, in UTF-16 code units.` },
    {
      name: 'pair_end_utf16',
      holds: 'number',
      meaning: `${across} the character after its last one, in UTF-16 code units.`,
    },
  ];
}
