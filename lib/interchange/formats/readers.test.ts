import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, it } from 'vitest';
import { oneFile, type Incoming } from '../incoming';
import { gathered } from '../memory-archive';
import { recognised } from '.';

/** What a file is told to be, and what is in it: `document: [coder] code › quote (memo)`. */
async function read(incoming: Incoming) {
  const format = await recognised(incoming);
  const { archive, notes } = await format.read(incoming);
  const { documents, codes, codings, members, attributes } = await gathered(archive);
  const by = new Map(codes.map((code) => [code.id, code]));
  const path = (id: string | null): string[] => (id === null ? [] : [...path(by.get(id)!.parentId), by.get(id)!.name]);
  const lines = codings.map(({ documentId, coderId, codeId, quote, memo }) => {
    const title = documents.find(({ id }) => id === documentId)!.title;
    const coder = members.find(({ id }) => id === coderId)!.name;
    return `${title}: [${coder}] ${path(codeId).join(' > ')} › ${quote}${memo && ` (${memo})`}`;
  });
  return { format: format.name, lines: lines.sort(), notes, documents, codes, attributes };
}

const text = (name: string, content: string) => oneFile(name, strToU8(content));
const folder = (files: Record<string, string>): Incoming => {
  return { name: 'work', files: new Map(Object.entries(files).map(([path, content]) => [path, strToU8(content)])) };
};
const zip = (name: string, files: Record<string, string>) => {
  const zipped: Zippable = Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)]));
  return oneFile(name, zipSync(zipped));
};

it('brat: counts code points, splits gaps, keeps notes and attributes, and tells annotators by their folders', async () => {
  const words = '😀 Peace in the Gulf, they said.';
  const ann =
    'T1\tTheme 2 7\tPeace\nT2\tActor 15 19;21 25\tGulf they\n#1\tAnnotatorNotes T1\tsure\nA1\tStrong T1\nR1\tAbout Arg1:T1 Arg2:T2\n';
  const { format, lines, notes } = await read(
    folder({ 'ann/a.txt': words, 'ann/a.ann': ann, 'ben/a.txt': words, 'ben/a.ann': 'T1\tTheme 2 7\tPeace\n' }),
  );
  expect(format).toBe('brat');
  expect(lines).toEqual([
    'a: [ann] Actor › Gulf',
    'a: [ann] Actor › they',
    'a: [ann] Theme › Peace (sure\nStrong)',
    'a: [ben] Theme › Peace',
  ]);
  expect(notes).toEqual([
    'Relations between passages, which did not come in: 1.',
    'Passages with gaps, of which each part became a coding: 1.',
  ]);
  await expect(read(text('a.ann', ann))).rejects.toThrow(/The text a\.txt, in which a\.ann measures, is missing/);
  await expect(read(folder({ 'a.txt': 'x', 'a.ann': ann }))).rejects.toThrow(/T1 \(2 to 7\) does not lie in the text/);
});

it('a passage that a file misplaces is found by its words nearby, and the report says so', async () => {
  const { lines, notes } = await read(
    folder({ 'a.txt': 'Twenty words before Peace came.', 'a.ann': 'T1\tTheme 18 23\tPeace\n' }),
  );
  expect(lines).toEqual(['a: [Unknown coder (brat)] Theme › Peace']);
  expect(notes).toEqual(['Passages found by their words, not where they were said to be: 1.']);
});

it('doccano: both shapes, labels of whole texts, further fields as attributes, one file per annotator', async () => {
  const one =
    '{"id": 7, "text": "😀 EU rejects", "label": [[2, 4, "ORG"]], "speaker": "Ann"}\n{"id": 8, "text": "No", "label": ["NEG"]}';
  const { format, lines, documents } = await read(text('admin.jsonl', one));
  expect([format, ...lines]).toEqual([
    'doccano',
    'Text 7: [Unknown coder (doccano)] ORG › EU',
    'Text 8: [Unknown coder (doccano)] NEG › No',
  ]);
  expect(documents[0]!.attributes).toEqual({ speaker: 'Ann' });
  const both = await read(zip('export.zip', { 'ann.jsonl': one, 'ben.jsonl': one.replace('"ORG"', '"GPE"') }));
  expect(both.documents).toHaveLength(2);
  expect(both.lines).toContain('Text 7: [ben] GPE › EU');
  await expect(read(text('a.jsonl', '{"text": "No", "label": [[1, 9, "X"]]}'))).rejects.toThrow(
    /X from 1 to 9 does not lie/,
  );
  await expect(read(text('a.jsonl', '{"text": "No", "label": ['))).rejects.toThrow(/not JSON/);
});

it('Label Studio: regions by code points or, in older exports, UTF-16; annotators, choices, notes; JSON-MIN too', async () => {
  const region = (start: number, end: number) => ({
    id: 'r',
    type: 'labels',
    value: { start, end, text: 'Peace', labels: ['Theme'] },
  });
  const task = (start: number, end: number) => ({
    id: 1,
    data: { text: '😀 Peace now', speaker: 'Ann' },
    annotations: [
      {
        completed_by: { email: 'ann@example.org' },
        created_at: '2024-01-02T03:04:05Z',
        result: [region(start, end), { id: 'r', type: 'textarea', value: { text: ['why'] } }],
      },
      { completed_by: 4, result: [{ type: 'choices', value: { choices: ['Positive'] } }] },
    ],
    predictions: [{}],
  });
  const wanted = ['Task 1: [User 4] Positive › 😀 Peace now', 'Task 1: [ann@example.org] Theme › Peace (why)'];
  for (const [start, end] of [
    [2, 7],
    [3, 8],
  ] as const) {
    const { format, lines, notes } = await read(text('x.json', JSON.stringify([task(start, end)])));
    expect([format, ...lines]).toEqual(['label-studio', ...wanted]);
    expect(notes).toEqual(['Predictions of programs, which did not come in: 1.']);
  }
  const min = [
    {
      id: 1,
      text: 'Peace now',
      label: [{ start: 0, end: 5, text: 'Peace', labels: ['Theme'] }],
      annotator: 3,
      annotation_id: 9,
      lead_time: 1,
    },
  ];
  expect((await read(text('min.json', JSON.stringify(min)))).lines).toEqual(['Task 1: [User 3] Theme › Peace']);
});

it('WebAnno: joins tokens of one annotation, parts stacked ones, undoes escapes, counts UTF-16', async () => {
  const tsv = [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=custom.Span|value|sure',
    '',
    '',
    '#Text=😀 is\\\\',
    '1-1\t0-2\t😀\t_\t_',
    '1-2\t3-5\tis\tA\\|B[1]|C\tyes[1]|*',
    '1-3\t5-6\t\\\tA\\|B[1]\tyes[1]',
    '',
    '#Text=End',
    '2-1\t8-11\tEnd\t*\t*',
    '',
  ].join('\n');
  const { format, lines, documents } = await read(text('a.tsv', tsv));
  expect(format).toBe('webanno-tsv');
  expect(documents[0]!.text).toBe('😀 is\\\n\nEnd');
  expect(lines).toEqual([
    'a: [Unknown coder (WebAnno)] Span > A|B › is\\ (sure: yes)',
    'a: [Unknown coder (WebAnno)] Span > C › is',
    'a: [Unknown coder (WebAnno)] Span › End',
  ]);
});

it('tables of coded passages: MAXQDA in any language, Taguette, QualCoder, Concord’s own', async () => {
  const maxqda =
    'Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Fläche;Abdeckung %;Autor;Erstellt am\n●;why;;Speech;War > Cold;1;1;0;"Peace; now";10;1;Ann;30.11.2017 20:55:14\n●;;;Speech;War > Cold;9;9;0;"Peace; now";10;1;Ann;30.11.2017 20:55:20';
  const { format, lines, documents } = await read(text('segments.csv', maxqda));
  expect([format, ...lines]).toEqual([
    'passage-table',
    'Speech: [Ann] War > Cold › Peace; now',
    'Speech: [Ann] War > Cold › Peace; now (why)',
  ]);
  expect(documents[0]!.text).toBe('Peace; now\n\nPeace; now');
  const taguette = await read(text('t.csv', 'id,document,tag,content\n1,A,tone,Yes\n1,A,tone.U.S.,Yes\n2,A,,No\n'));
  expect(taguette.lines).toEqual(['A: [Unknown coder] tone > U.S. › Yes', 'A: [Unknown coder] tone › Yes']);
  expect(taguette.notes).toContain('Passages without a code, which came in as text alone: 1.');
  const qualcoder = await read(
    text('q.csv', '\ufeff"File","Coder","Coded","Id","Codename","Coded_Memo"\n"A.txt","Ann","Yes","1","Tone","m"\n'),
  );
  expect(qualcoder.lines).toEqual(['A.txt: [Ann] Tone › Yes (m)']);
  await expect(read(text('r.csv', 'document,code,quote\na,b\n'))).rejects.toThrow(/cannot be read: .*line 2/);
  await expect(read(text('o.csv', 'document,code,quote\na,b,"c\n'))).rejects.toThrow(/quotation mark/);
});

it('codebooks of others: Taguette’s tags with their dots, MAXQDA’s codes with their levels', async () => {
  const tags = await read(
    text('c.csv', 'tag,description,number of highlights\nU.S.,a land,3\ntone,how,1\ntone.cold,so,1\n'),
  );
  expect(tags.codes.map(({ name, definition }) => [name, definition])).toEqual([
    ['U.S.', 'a land'],
    ['tone', 'how'],
    ['cold', 'so'],
  ]);
  expect(tags.codes[2]!.parentId).toBe(tags.codes[1]!.id);
  const codes = await read(text('m.csv', 'Code\tMemo\nWar\tall of it\nWar\\Cold\tno shots\n'));
  expect(codes.codes.map(({ name, definition }) => [name, definition])).toEqual([
    ['War', 'all of it'],
    ['Cold', 'no shots'],
  ]);
});

it('Taguette’s file: offsets are bytes over the text nodes of HTML, and paragraphs stay apart', async () => {
  const { DatabaseSync } = await import('node:sqlite');
  const place = mkdtempSync(join(tmpdir(), 'taguette-'));
  try {
    const database = new DatabaseSync(join(place, 'p.sqlite3'));
    database.exec(`CREATE TABLE projects (id, name, description); INSERT INTO projects VALUES (1, 'P', 'About it');
      CREATE TABLE documents (id, name, description, contents);
      INSERT INTO documents VALUES (5, 'A', 'from the web', '<p>Ünder 😀</p><p>Peace &amp; war</p>');
      CREATE TABLE tags (id, path, description); INSERT INTO tags VALUES (1, 'tone', 'how'), (2, 'tone.cold', '');
      CREATE TABLE highlights (id, document_id, start_offset, end_offset, snippet);
      INSERT INTO highlights VALUES (1, 5, 11, 16, 'Peace'), (2, 5, 0, 6, 'Ünder');
      CREATE TABLE highlight_tags (highlight_id, tag_id); INSERT INTO highlight_tags VALUES (1, 1), (1, 2)`);
    database.close();
    const { format, lines, documents, notes } = await read(
      oneFile('p.sqlite3', readFileSync(join(place, 'p.sqlite3'))),
    );
    expect(format).toBe('taguette');
    expect(documents[0]).toMatchObject({ text: 'Ünder 😀\nPeace & war\n', attributes: { memo: 'from the web' } });
    expect(lines).toEqual([
      'A: [Unknown coder (Taguette)] tone > cold › Peace',
      'A: [Unknown coder (Taguette)] tone › Peace',
    ]);
    expect(notes).toEqual(['Highlights without a tag, which did not come in: 1.']);
    await expect(read(oneFile('q.sqlite3', readFileSync(join(place, 'p.sqlite3')).subarray(0, 3000)))).rejects.toThrow(
      /no project of Taguette/,
    );
  } finally {
    rmSync(place, { recursive: true });
  }
});

it('what nobody knows is refused with the list of what is known', async () => {
  await expect(read(text('a.docx', 'words'))).rejects.toThrow(
    /Nobody can tell what kind of file a\.docx is.*REFI-QDA project/,
  );
});

it('UIMA CAS: a ZIP as INCEpTION exports it, each annotator a file in the folder of the document', async () => {
  const cas = (value: string) => {
    const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '😀 Peace\r\nnow' };
    const mark = { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 3, end: 8, value };
    const token = {
      '%ID': 3,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
      '@sofa': 1,
      begin: 0,
      end: 2,
    };
    return JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': [sofa, mark, token] });
  };
  const { format, lines, documents } = await read(
    zip('p.zip', { 'annotation/a.txt/ann.json': cas('Theme'), 'annotation/a.txt/ben.json': cas('Frame') }),
  );
  expect([format, documents.length]).toEqual(['uima-cas', 1]);
  expect(lines).toEqual(['a: [ann] Span > Theme › Peace', 'a: [ben] Span > Frame › Peace']);
});
