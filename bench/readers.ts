import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { extractText } from 'unpdf';
import { docxOf, odtOf, zipOf } from '@/lib/documents/readers/testing/packages';
import { samplesOf } from '@/lib/documents/readers/testing/samples';
import { readFile, readSafely } from '@/lib/documents/readers';
import { openZip } from '@/lib/documents/readers/zip';

/**
 * Each reader against the bare parser library on the same file, in one run: what the walk over the parsed file, the
 * blocks, the language and the fingerprint cost. Files of 100,000 words; the PDF is the sample. Target: at most 3 times
 * the bare library, or 200 ms for 100,000 words where the library does next to nothing.
 */
const paragraphs = 2_000;
const turns = 5;

const sentence =
  'Сегодня мы обсудили безопасность региона и договорились продолжать консультации. We agreed to go on with the talks in March. ';
const words = sentence.repeat(3);
const many = (one: string) => one.repeat(paragraphs);
const utf8 = new TextEncoder();

type Case = { name: string; bytes: Uint8Array; bare: (bytes: Uint8Array) => unknown };

const cases: Case[] = [
  {
    name: 'a.txt',
    bytes: utf8.encode(many(`${words}\n\n`)),
    bare: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  },
  {
    name: 'a.docx',
    bytes: docxOf(many(`<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`)),
    bare: (bytes) => saxes(bytes, 'word/document.xml'),
  },
  { name: 'a.odt', bytes: odtOf(many(`<text:p>${words}</text:p>`)), bare: (bytes) => saxes(bytes, 'content.xml') },
  {
    name: 'a.html',
    bytes: utf8.encode(many(`<p>${words}</p>`)),
    bare: (bytes) => parse(new TextDecoder().decode(bytes)),
  },
  { name: 'a.rtf', bytes: utf8.encode(`{\\rtf1${many(`${escaped(words)}\\par `)}}`), bare: controlWords },
  {
    name: 'a.epub',
    bytes: book(),
    bare: async (bytes) => parse(new TextDecoder().decode((await (await openZip(bytes, '')).read('c.html'))!)),
  },
  { name: 'a.pdf', bytes: samplesOf(['.pdf'])[0]!.bytes, bare: (bytes) => extractText(Uint8Array.from(bytes)) },
];

for (const { name, bytes, bare } of cases) {
  const taken = { reader: Infinity, bare: Infinity };
  for (let turn = 0; turn < turns; turn++) {
    taken.bare = Math.min(taken.bare, await milliseconds(() => bare(bytes)));
    taken.reader = Math.min(taken.reader, await milliseconds(() => readFile(bytes, { name })));
  }
  const { text } = await readFile(bytes, { name });
  console.log(
    `${name}: ${taken.reader.toFixed(0)} ms for ${(text.length / 1e6).toFixed(2)} million characters, ${(taken.reader / taken.bare).toFixed(2)} x the bare library (${taken.bare.toFixed(0)} ms; target 3, or 200 ms)`,
  );
}

const short = utf8.encode('Words.');
// From source the thread translates its program first, which the built application does not.
await readSafely(short, { name: 'a.txt' });
console.log(
  `a thread of its own: ${(await milliseconds(() => readSafely(short, { name: 'a.txt' }))).toFixed(0)} ms from source`,
);

async function milliseconds(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function saxes(bytes: Uint8Array, member: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  parser.write(new TextDecoder().decode((await (await openZip(bytes, '')).read(member))!)).close();
}

function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);
}

/** No library reads rich text well enough to compare with: the least work is to find its control words. */
function controlWords(bytes: Uint8Array): number {
  return new TextDecoder('latin1').decode(bytes).match(/\\[a-z]+-?\d* ?|\\'[\da-f]{2}|[{}]/g)?.length ?? 0;
}

function book(): Uint8Array {
  return zipOf({
    'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
    'b.opf': '<package><manifest><item id="c" href="c.html"/></manifest><spine><itemref idref="c"/></spine></package>',
    'c.html': many(`<p>${words}</p>`),
  });
}
