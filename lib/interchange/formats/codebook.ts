import { inOrder, path, pathSeparator } from '@/lib/codebook';
import type { Column } from '../column';
import { looksLikeCodebook, readCodebook } from '../read-codebook';
import type { Format } from './format';
import { tableFormat, type Table } from './table-format';

const table = tableFormat({
  name: 'codebook',
  title: 'Codebook',
  purpose: 'Every code with its definition and rules: to read, to print, to join to coded passages by code_id.',
  loses: [
    'examples of codes',
    'which codes are archived',
    'earlier versions of the codebook',
    'everything but the codes',
  ],
  filtered: false,
  columns: () => columns,
  async rows(archive) {
    const uses = await archive.uses();
    const codes = new Map(archive.codes.map((code) => [code.id, code]));
    return inOrder(archive.codes).map(({ code }) => {
      const { id, parentId, name, definition, useWhen, avoidWhen, color, shortcut } = code;
      const names = path(codes, id).join(pathSeparator);
      return [id, parentId, name, names, definition, useWhen, avoidWhen, color, shortcut, uses[id] ?? 0];
    });
  },
});

/** The code tree as a table, in codebook order: parents before their children. */
export const codebook: Format & Table = {
  ...table,
  read: readCodebook,
  recognises: looksLikeCodebook,
};

const columns: Column[] = [
  { name: 'code_id', holds: 'id', meaning: 'Names the code.' },
  { name: 'parent_id', holds: 'id', meaning: 'The code above it; empty for a top code.' },
  { name: 'code', holds: 'text', meaning: 'Name of the code.' },
  { name: 'code_path', holds: 'text', meaning: 'Names from the top code down to this one, separated by " > ".' },
  { name: 'definition', holds: 'text', meaning: 'What the code means.' },
  { name: 'use_when', holds: 'text', meaning: 'When to use it.' },
  { name: 'avoid_when', holds: 'text', meaning: 'When not to use it.' },
  { name: 'color', holds: 'text', meaning: 'Its colour, as #rrggbb.' },
  { name: 'shortcut', holds: 'text', meaning: 'The key that puts it on a selection; empty if it has none.' },
  {
    name: 'uses',
    holds: 'number',
    meaning: 'How many codings have it, of those that you may see; codes below it not counted.',
  },
];
