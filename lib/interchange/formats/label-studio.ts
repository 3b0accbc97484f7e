import { Refusal } from '@/lib/errors';
import { decoded } from '../decoded';
import { Draft, type DraftDocument } from '../draft';
import { bareName, onlyFile, type Incoming } from '../incoming';
import { isObject, jsonValues, listAt, textOf, type JsonObject } from '../json-values';
import { countingOf, placing, type WrittenSelection } from '../positions';
import type { Format } from './format';

/** Label Studio's JSON and JSON-MIN: tasks with the annotations that people made of them. */
export const labelStudio: Format = {
  name: 'label-studio',
  title: 'Label Studio JSON',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  purpose: 'Tasks with labelled text as Label Studio exports them, as JSON or JSON-MIN.',
  loses: ['relations between regions', 'regions of HTML, pictures and sound', 'predictions, drafts and skipped tasks'],
  filtered: false,
  async read(incoming) {
    const tasks = tasksOf(incoming);
    if (!tasks.every((task) => isTask(task) || isMinimal(task))) {
      throw new Refusal(
        'unreadable',
        'This is no export of Label Studio: not every object is a task with annotations.',
      );
    }
    const draft = new Draft(bareName(incoming.name));
    for (const task of tasks) readTask(draft, task);
    return draft.reading();
  },
  recognises(incoming) {
    try {
      const tasks = tasksOf(incoming);
      return tasks.length > 0 && tasks.every((task) => isTask(task) || isMinimal(task));
    } catch {
      return false;
    }
  },
};

function tasksOf(incoming: Incoming): JsonObject[] {
  const bytes = onlyFile(incoming);
  const values = bytes ? jsonValues(decoded(bytes, incoming.name).replace(/^\ufeff/, ''), incoming.name) : [];
  if (values.every(isObject)) return values;
  throw new Refusal('unreadable', 'This is no export of Label Studio: it is not a list of tasks.');
}

function isTask(task: JsonObject): boolean {
  return isObject(task.data) && (Array.isArray(task.annotations) || Array.isArray(task.completions));
}

/** JSON-MIN: the data of the task, its labels and the annotation's number, side by side. */
function isMinimal(task: JsonObject): boolean {
  return 'annotation_id' in task || ('annotator' in task && 'lead_time' in task);
}

type Region = WrittenSelection & { labels: string[]; memo: string };
type Annotated = { coder: string; regions: Region[]; choices: string[]; createdAt: string };

function readTask(draft: Draft, task: JsonObject): void {
  const data = isObject(task.data) ? task.data : task;
  const annotations = isTask(task) ? annotationsOf(draft, task) : [minimal(task)];
  const raw = textOfTask(data, annotations);
  if (raw === null) return draft.note('Tasks without a text, which did not come in: #.');
  draft.note('Predictions of programs, which did not come in: #.', listAt(task, 'predictions').length);
  const document = documentOf(draft, { task, data, raw });
  const regions = annotations.flatMap((annotation) => annotation.regions);
  const place = placing(raw, countingOf(raw, regions, 'Label Studio'));
  for (const annotation of annotations) readAnnotation(draft, document, { annotation, place });
}

/** Several annotators of a task stand in it side by side; in JSON-MIN each has the task again. */
function documentOf(
  draft: Draft,
  { task, data, raw }: { task: JsonObject; data: JsonObject; raw: string },
): DraftDocument {
  const id = textOf(task.id);
  const known = draft.documents.find(
    (document) => document.key === id && document.text === raw.replace(/\r\n?/g, '\n'),
  );
  if (known) return known;
  const document = draft.document(
    id || `${draft.documents.length}`,
    textOf(data.title ?? data.name) || `Task ${id || draft.documents.length + 1}`,
    { raw },
  );
  for (const [name, value] of Object.entries(data)) {
    if (value === raw || ownFields.has(name) || textOf(value) === '') continue;
    draft.setAttribute(document, draft.attribute(name), textOf(value));
  }
  return document;
}

const ownFields = new Set([
  'id',
  'title',
  'name',
  'annotator',
  'annotation_id',
  'created_at',
  'updated_at',
  'lead_time',
]);

/** Which field the labels are of is not said; it is the one called text, else the longest one. */
function textOfTask(data: JsonObject, annotations: readonly Annotated[]): string | null {
  const fields = Object.entries(data).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !ownFields.has(entry[0]),
  );
  const farthest = Math.max(0, ...annotations.flatMap(({ regions }) => regions.map(({ end }) => end)));
  const named = fields.find(([name, value]) => name === 'text' && value.length >= farthest);
  const longest = fields.sort((a, b) => b[1].length - a[1].length)[0];
  return (named ?? longest)?.[1] || null;
}

function annotationsOf(draft: Draft, task: JsonObject): Annotated[] {
  const all = [...listAt(task, 'annotations'), ...listAt(task, 'completions')].filter(isObject);
  const kept = all.filter((annotation) => annotation.was_cancelled !== true);
  draft.note('Skipped annotations, which did not come in: #.', all.length - kept.length);
  return kept.map((annotation) => {
    const results = listAt(annotation, 'result').filter(isObject);
    const { regions, choices } = regionsOf(draft, results);
    return { coder: coderOf(annotation.completed_by), regions, choices, createdAt: textOf(annotation.created_at) };
  });
}

function coderOf(by: unknown): string {
  if (isObject(by))
    return textOf(by.email) || [by.first_name, by.last_name].map(textOf).join(' ').trim() || textOf(by.id);
  return textOf(by);
}

function regionsOf(draft: Draft, results: readonly JsonObject[]): { regions: Region[]; choices: string[] } {
  const regions: Region[] = [];
  const choices: string[] = [];
  for (const result of results) {
    const value = isObject(result.value) ? result.value : {};
    const { start, end } = value;
    if (result.type === 'choices' && start === undefined) choices.push(...listAt(value, 'choices').map(textOf));
    else if (result.type === 'relation') draft.note('Relations between regions, which did not come in: #.');
    else if (result.type === 'textarea') continue;
    else if (!Number.isInteger(start) || !Number.isInteger(end))
      draft.note('Regions of HTML, pictures or sound, which did not come in: #.');
    else regions.push(regionOf(value, notesOn(results, result)));
  }
  return { regions, choices };
}

/** What was typed about a region bears the region's own id. */
function notesOn(results: readonly JsonObject[], { id }: JsonObject): string {
  const about = results.filter((result) => result.type === 'textarea' && result.id === id && id !== undefined);
  return about.flatMap(({ value }) => (isObject(value) ? listAt(value, 'text').map(textOf) : [])).join('\n');
}

function regionOf(value: JsonObject, memo: string): Region {
  const labels = Object.entries(value).find(([name, list]) => Array.isArray(list) && name !== 'globalOffsets')?.[1] as
    unknown[] | undefined;
  return {
    start: value.start as number,
    end: value.end as number,
    name: textOf(value.text),
    labels: (labels ?? []).map(textOf),
    memo,
  };
}

function minimal(task: JsonObject): Annotated {
  const lists = Object.values(task).filter(Array.isArray).flat().filter(isObject);
  const regions = lists
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
    .map((value) => regionOf(value, ''));
  return { coder: coderOf(task.annotator), regions, choices: [], createdAt: textOf(task.created_at) };
}

type About = { annotation: Annotated; place: ReturnType<typeof placing> };

function readAnnotation(draft: Draft, document: DraftDocument, { annotation, place }: About): void {
  const { coder, regions, choices } = annotation;
  const coderId = draft.member(
    coder || 'unknown',
    coder ? (/^\d+$/.test(coder) ? `User ${coder}` : coder) : 'Unknown coder (Label Studio)',
  );
  const time = new Date(annotation.createdAt);
  const made = Number.isNaN(time.getTime()) ? {} : { createdAt: time.toISOString() };
  const put = (label: string, span: { start: number; end: number }, memo: string) =>
    draft.coding({ documentId: document.id, codeId: draft.codeAt([label]), coderId, span, memo, ...made });
  for (const { labels, memo, ...region } of regions) {
    const raw = place(region);
    if (!raw || raw.start === raw.end) {
      throw new Refusal(
        'unreadable',
        `The region from ${region.start} to ${region.end} does not lie in the text “${document.title}”.`,
      );
    }
    const span = draft.quoted(
      document,
      { start: document.toStored(raw.start), end: document.toStored(raw.end) },
      region.name,
    );
    for (const label of labels) put(label, span, memo);
    if (labels.length === 0) draft.note('Regions without a label, which did not come in: #.');
  }
  for (const choice of choices.filter(Boolean)) put(choice, { start: 0, end: document.length }, '');
}
