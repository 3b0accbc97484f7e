import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { codePointRuler } from '@/lib/text';
import { refiCodebook } from '../formats/refi-codebook';
import { refiProject } from '../formats/refi-project';
import { oneFile } from '../incoming';
import { gathered, memoryArchive, type Contents } from '../memory-archive';
import { anyContents } from '../testing/any-contents';
import { wholeFile } from '../testing/whole-file';

const schemaOf = (name: string) =>
  readFileSync(fileURLToPath(new URL(`./testing/${name}.xsd`, import.meta.url)), 'utf8');

async function faults(xml: string, schema: 'Project' | 'Codebook'): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents: xml }], schema: [schemaOf(schema)] });
  return errors.map(({ message }) => message);
}

async function qdeOf(contents: Contents): Promise<string> {
  const files = unzipSync(await wholeFile(refiProject.write!(memoryArchive(contents), 'exact')));
  return Buffer.from(files['project.qde']!).toString();
}

it('writes projects and codebooks that the standard’s own schemas find valid, whatever is in them', async () => {
  for (const contents of fc.sample(anyContents(), { numRuns: 12, seed: 11 })) {
    expect(await faults(await qdeOf(contents), 'Project')).toEqual([]);
    const codebook = await wholeFile(refiCodebook.write!(memoryArchive(contents), 'exact'));
    expect(await faults(codebook.toString(), 'Codebook')).toEqual([]);
  }
  const bare = {
    members: [],
    coderAttributes: [],
    attributes: [],
    pairs: [],
    documents: [],
    codes: [],
    codings: [],
    finished: [],
    rounds: [],
    settlements: [],
    comments: [],
    closings: [],
    codebookVersion: 1,
  };
  const empty = await qdeOf({ project: { id: 'p', title: 'Empty', description: '' }, ...bare });
  expect(await faults(empty, 'Project')).toEqual([]);
  expect(await faults('<Project xmlns="urn:QDA-XML:project:1.0"/>', 'Project')).not.toEqual([]);
}, 60_000);

it('writes selections in code points, one for each passage, and texts that a program reads byte by byte', async () => {
  const busy = anyContents().filter(({ codings }) => codings.length > 3);
  for (const contents of fc.sample(busy, { numRuns: 20, seed: 3 })) {
    const files = unzipSync(await wholeFile(refiProject.write!(memoryArchive(contents), 'exact')));
    const qde = Buffer.from(files['project.qde']!).toString();
    for (const { id, text } of contents.documents) {
      expect(Buffer.from(files[`sources/${id}.txt`]!).toString()).toBe(text);
      const ruler = codePointRuler(text);
      const own = contents.codings.filter(({ documentId }) => documentId === id);
      const places = own.map(
        ({ start, end }) => `startPosition="${ruler.toCodePoint(start)}" endPosition="${ruler.toCodePoint(end)}"`,
      );
      const source = qde.slice(qde.indexOf(`<TextSource guid="${id}"`)).split('</TextSource>')[0]!;
      expect(new Set(source.match(/startPosition="\d+" endPosition="\d+"/g) ?? [])).toEqual(new Set(places));
      expect(source.match(/<PlainTextSelection /g) ?? []).toHaveLength(new Set(places).size);
    }
  }
});

/** A project as another program might write it. */
function qdpx(
  inside: string,
  { text = 'Peace now.', origin = 'Some Program', files = {} as Zippable } = {},
): Uint8Array {
  const qde = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="${origin}">
    <Users><User guid="7E2DBEB5-067D-4BB3-8EF4-353F25335316" name="Ann"/></Users>
    <CodeBook><Codes><Code guid="{E07231D3-4450-469c-8484-81d80df3480e}" name="Trust" isCodable="true" color="#F00"/></Codes></CodeBook>
    ${inside}</Project>`;
  return zipSync({ 'project.qde': strToU8(qde), 'Sources/A.TXT': strToU8(text), ...files });
}

const source = (inside: string) =>
  `<Sources><TextSource guid="71fb7dcb-f7d5-4213-83a5-f912c626c41b" name="A" plainTextPath="internal://a.txt">${inside}</TextSource></Sources>`;
const coding = (code = 'E07231D3-4450-469C-8484-81D80DF3480E') =>
  `<Coding guid="34498b95-369d-4b82-8e6e-51da47585ffc" creatingUser="7e2dbeb5-067d-4bb3-8ef4-353f25335316"><CodeRef targetGUID="${code}"/></Coding>`;
const selection = (start: number, end: number, { inside = coding(), name = '' } = {}) =>
  `<PlainTextSelection guid="c19156db-b2f4-4176-83c5-2f19b4f85b5a" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;

async function read(bytes: Uint8Array) {
  const { archive, notes } = await refiProject.read!(oneFile('p.qdpx', bytes));
  return { ...(await gathered(archive)), notes };
}

it('finds texts whatever the case of folder and file, and takes GUIDs in any spelling for the same', async () => {
  const { codings, members, codes } = await read(qdpx(source(selection(0, 5))));
  expect(codings).toMatchObject([{ quote: 'Peace', coderId: members[0]!.id, codeId: codes[0]!.id, layer: 'imported' }]);
  expect(members[0]).toMatchObject({ id: '7e2dbeb5-067d-4bb3-8ef4-353f25335316', name: 'Ann' });
  expect(codes[0]).toMatchObject({ id: 'e07231d3-4450-469c-8484-81d80df3480e', color: '#ff0000' });
});

it('counts as the program counted: NVivo in UTF-16 with CR LF as two, others in code points, unless the words say otherwise', async () => {
  const text = '\ufeff😀 one\r\n😀 two\r\nthree';
  const nvivo = await read(qdpx(source(selection(16, 21)), { text, origin: 'NVivo for Windows 12.6' }));
  expect(nvivo.codings.map(({ quote }) => quote)).toEqual(['three']);
  const standard = await read(qdpx(source(selection(14, 19)), { text }));
  expect(standard.codings.map(({ quote }) => quote)).toEqual(['three']);
  const atlas = await read(qdpx(source(selection(12, 17)), { text, origin: 'ATLAS.ti 23' }));
  expect(atlas.codings.map(({ quote }) => quote)).toEqual(['three']);
  const quoted = await read(qdpx(source(selection(16, 21, { name: 'three' })), { text }));
  expect(quoted.codings.map(({ quote }) => quote)).toEqual(['three']);
});

it('keeps every memo: of a selection, of a coding, of a passage that is coded elsewhere; and says which it cannot', async () => {
  const note = (id: string, text: string) => `<Note guid="${id}"><PlainTextContent>${text}</PlainTextContent></Note>`;
  const [one, two] = ['b4352c05-1171-41d9-9d27-401fd25cd8e7', '7b5e2e19-bae9-4450-97d0-f548e3e4ec76'];
  const both = coding().replace('</Coding>', `<NoteRef targetGUID="${one}"/></Coding>`);
  const inside = [
    selection(0, 5, { inside: `<Description>On the selection</Description>${both}` }),
    selection(0, 5, { inside: `<NoteRef targetGUID="${two}"/>` }),
    selection(6, 9, { inside: '<Description>Alone</Description>' }),
  ].join('');
  const { codings, notes } = await read(
    qdpx(`${source(inside)}<Notes>${note(one, 'On the coding')}${note(two, 'Elsewhere')}</Notes>`),
  );
  expect(codings.map(({ memo }) => memo)).toEqual(['On the selection\n\nOn the coding\n\nElsewhere']);
  expect(notes).toContain('Selections without a code (notes on a passage), which did not come in: 1.');
});

it('makes attributes of variables, whether they stand at the source or in a case about it', async () => {
  const [speaker, year] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const variables = `<Variables><Variable guid="${speaker}" name="Speaker" typeOfVariable="Text"/><Variable guid="${year}" name="Year of it" typeOfVariable="Integer"/></Variables>`;
  const value = (id: string, inside: string) =>
    `<VariableValue><VariableRef targetGUID="${id}"/>${inside}</VariableValue>`;
  const kase = `<Cases><Case guid="33333333-3333-4333-8333-333333333333" name="Round table">${value(year, '<IntegerValue>2024</IntegerValue>')}<SourceRef targetGUID="71FB7DCB-F7D5-4213-83A5-F912C626C41B"/></Case></Cases>`;
  const { documents, attributes } = await read(
    qdpx(variables + kase + source(value(speaker, '<TextValue>Ann</TextValue>'))),
  );
  expect(documents[0]!.attributes).toEqual({ speaker: 'Ann', year_of_it: '2024', case: 'Round table' });
  expect(attributes.map(({ name, type }) => [name, type])).toEqual([
    ['Speaker', 'text'],
    ['Year of it', 'number'],
    ['Case', 'text'],
  ]);
});

it('refuses in words whatever would lose a coding or could be read two ways', async () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ['past the end', qdpx(source(selection(5, 500))), /selection from 5 to 500 .* does not lie in its text/],
    ['backwards', qdpx(source(selection(5, 2))), /selection from 5 to 2/],
    ['no number', qdpx(source(selection(NaN, 2))), /selection from NaN/],
    [
      'unknown code',
      qdpx(source(selection(0, 5, { inside: coding('a669e96e-cd16-40f4-81d4-a00ed107d1e0') }))),
      /names the code a669e96e/,
    ],
    ['missing text', qdpx(source('').replace('a.txt', '../../etc/passwd')), /text of the source “A” is missing/],
    ['one id twice', qdpx(source('').replace('</Sources>', source('').slice(9))), /Two documents have the same id/],
    ['no project', zipSync({ 'a.txt': strToU8('a') }), /no project\.qde/],
    ['two projects', qdpx('', { files: { 'b/Project.QDE': strToU8('') } }), /two projects/],
    ['another root', zipSync({ 'project.qde': strToU8('<a/>') }), /begins with a/],
    [
      'a DOCTYPE',
      zipSync({ 'project.qde': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>') }),
      /DOCTYPE/,
    ],
    ['an entity', zipSync({ 'project.qde': strToU8('<a>&b;</a>') }), /cannot be read as XML: .*entity/],
    ['depth', zipSync({ 'project.qde': strToU8('<a>'.repeat(100_000)) }), /nested deeper/],
    [
      'attributes',
      zipSync({ 'project.qde': strToU8(`<a ${Array.from({ length: 5000 }, (_, n) => `a${n}=""`).join(' ')}/>`) }),
      /more than 200 attributes/,
    ],
    ['half an element', zipSync({ 'project.qde': strToU8('<Project><Users>') }), /cannot be read as XML/],
  ];
  for (const [what, bytes, says] of cases) {
    await expect(read(bytes), what).rejects.toThrow(says);
  }
  const twice = `<CodeBook><Codes><Code guid="c1" name="One"/><Code guid="c1" name="Two"/></Codes></CodeBook>`;
  await expect(refiCodebook.read!(oneFile('a.qdc', strToU8(twice)))).rejects.toThrow(/Two codes have the same id, c1/);
});
