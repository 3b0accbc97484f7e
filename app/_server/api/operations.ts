import 'server-only';
import { z } from 'zod';
import { levels, rules } from '@/lib/agreement';
import { flavours, selectionParameters, whereParameter } from '@/lib/interchange';
import { writingFormats } from '@/lib/interchange/formats';
import { agreement } from './agreement-answer';
import { changed, codes, codings, document, documents, files, project, projects, rounds } from './answers';
import { operation } from './operation';
import { sentChanges } from './sent-changes';

const project_ = '/api/v1/projects/[project]';
const none = z.strictObject({});
const file = selectionParameters.extend({
  flavour: z
    .enum(flavours)
    .default('exact')
    .describe('For CSV: `exact` for programs, `excel` for spreadsheets, in which nothing can run as a formula.'),
});

const id = z.uuid().toLowerCase();
const several = z.array(id).default([]);
const counting = z.strictObject({
  round: id.optional().describe('A closed round: its documents and coders, as they were when it closed.'),
  at: z.iso.date().optional().describe('A day: everything as it was when that day ended, by UTC.'),
  document: several.describe('Only this document. May be given again for more, as may those below.'),
  where: whereParameter,
  coder: several.describe('Only this coder.'),
  code: several.describe('Only this code.'),
  unit: z.enum(levels).default('sentence'),
  rule: z.enum(rules).default('any').describe('When a unit counts as marked: any of it, or at least half.'),
  codes: z
    .string()
    .regex(/^(each|rolled|level-[1-9])$/, 'codes is each, rolled, or level-1 to level-9.')
    .default('each')
    .describe('Each code by itself, children counted as their parents too, or one level of the tree.'),
});

const perPage = { usual: 500, most: 5_000 };
const page = selectionParameters.extend({
  after: id.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(perPage.most).default(perPage.usual).describe('How many at most.'),
});

/** Files are written by the same code as many rows are read with. */
const heavy = 10;

/** Everything that a script can ask. The name is what generated clients call it. */
export const operations = {
  listProjects: operation({
    ...{ method: 'GET', path: '/api/v1/projects', weight: 1, query: none, answer: projects },
    summary: 'The project that this token opens, and what the token may do.',
  }),
  readProject: operation({
    ...{ method: 'GET', path: project_, weight: 1, query: none, answer: project },
    summary: 'The project: its members, and what describes its documents and coders.',
  }),
  listDocuments: operation({
    ...{ method: 'GET', path: `${project_}/documents`, weight: 1, answer: documents },
    query: z.strictObject({ where: whereParameter }),
    summary: 'All documents by title, without their texts; or those that say something of themselves.',
  }),
  readDocument: operation({
    ...{ method: 'GET', path: `${project_}/documents/[document]`, weight: 1, query: none, answer: document },
    summary: 'One document with its text and blocks.',
  }),
  listCodes: operation({
    ...{ method: 'GET', path: `${project_}/codes`, weight: 1, query: none, answer: codes },
    summary: 'The codebook.',
  }),
  listCodings: operation({
    ...{ method: 'GET', path: `${project_}/codings`, weight: 2, query: page, answer: codings },
    summary: 'Codings, a page at a time.',
    description:
      'In the order of their ids: each that is there from the first page to the last comes exactly once, whatever is coded and removed in between.',
  }),
  downloadCodings: operation({
    ...{
      method: 'GET',
      path: `${project_}/codings.csv`,
      weight: heavy,
      query: file,
      answer: { mediaTypes: ['text/csv'] },
    },
    summary: 'Every coded passage as a row of CSV, streamed.',
    description: 'The same as exports/coded-passages.csv; docs/formats.md says what stands in each column.',
  }),
  listFiles: operation({
    ...{ method: 'GET', path: `${project_}/exports`, weight: 1, query: none, answer: files },
    summary: 'The files that the project can be taken away in.',
  }),
  downloadFile: operation({
    ...{ method: 'GET', path: `${project_}/exports/[file]`, weight: heavy, query: file },
    answer: { mediaTypes: [...new Set(writingFormats.map(({ mediaType }) => mediaType))] },
    summary: 'One of them, streamed.',
  }),
  listRounds: operation({
    ...{ method: 'GET', path: `${project_}/rounds`, weight: 1, query: none, answer: rounds },
    summary: 'The rounds, newest first.',
  }),
  countAgreement: operation({
    ...{ method: 'GET', path: `${project_}/agreement`, weight: heavy, query: counting, answer: agreement },
    summary: 'Agreement between coders, overall and for each code, pair and document.',
  }),
  sendChanges: operation({
    ...{ method: 'POST', path: `${project_}/changes`, weight: 5, query: none, body: sentChanges, answer: changed },
    summary: 'Makes up to 500 changes, one after another.',
    description:
      'Each with a UUID of the sender’s own: a change that is sent again under the same id is not made twice. A change that is refused says why and leaves nothing behind; the others are made, but for those that share its `step`.',
  }),
} as const;

export type OperationName = keyof typeof operations;
