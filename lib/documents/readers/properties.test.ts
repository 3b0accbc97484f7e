import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { filesIn } from './packed-files';
import { readFile } from './read-file';
import { samplesOf } from './testing/samples';

const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';

it('finds what a web page says of itself: who, when to the minute, which site, which address', async () => {
  const page = `<html><head><title>T</title><link rel="canonical" href="https://example.org/a">
    <meta name="author" content="V. Orlov"><meta property="article:published_time" content="2023-03-09T14:30:00+03:00">
    <meta property="og:site_name" content="The Gazette"></head><body><p>Words of the page.</p></body></html>`;
  expect((await readFile(strToU8(page), { name: 'a.html' })).properties).toEqual({
    ...{
      author: 'V. Orlov',
      date: '2023-03-09T14:30:00+03:00',
      publisher: 'The Gazette',
      address: 'https://example.org/a',
    },
  });
});

it('finds the author and the day of a Word document, and reads its words where that part is damaged', async () => {
  const document =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>';
  const file = (core: string) =>
    zipSync({ 'word/document.xml': strToU8(document), 'docProps/core.xml': strToU8(core) });
  const core = `<cp ${dc}><dc:creator>V. Orlov</dc:creator><dcterms:created>2023-03-09T10:00:00Z</dcterms:created></cp>`;
  expect((await readFile(file(core), { name: 'a.docx' })).properties).toEqual({
    author: 'V. Orlov',
    date: '2023-03-09',
  });
  expect(await readFile(file('<cp'), { name: 'a.docx' })).toMatchObject({ text: 'Words.', properties: {} });
});

it('finds the author, day and publisher of a flat OpenDocument text', async () => {
  const meta = `<office:meta><meta:initial-creator xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">V. Orlov</meta:initial-creator><dc:date ${dc}>2023-03-09T10:00:00</dc:date></office:meta>`;
  const text = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">${meta}<office:body><office:text><text:p>Words.</text:p></office:text></office:body></office:document>`;
  expect((await readFile(strToU8(text), { name: 'a.fodt' })).properties).toEqual({
    author: 'V. Orlov',
    date: '2023-03-09',
  });
});

it('gives properties on one line each, for every sample of every kind', async () => {
  for (const extension of ['.docx', '.odt', '.pdf', '.epub', '.html']) {
    for (const { bytes } of samplesOf([extension])) {
      const { properties } = await readFile(bytes, { name: `a${extension}` });
      for (const value of Object.values(properties)) expect(value).toMatch(/^\S.{0,299}$/u);
    }
  }
});

it('unpacks the files of an archive by their paths, without what systems put beside them', async () => {
  const archive = zipSync({
    'b/two.txt': strToU8('Two'),
    'a.txt': strToU8('One'),
    '__MACOSX/._a.txt': strToU8('x'),
    'b/.DS_Store': strToU8('x'),
  });
  const found: string[] = [];
  for await (const { name, bytes } of filesIn(archive)) found.push(`${name}: ${new TextDecoder().decode(bytes)}`);
  expect(found).toEqual(['a.txt: One', 'b/two.txt: Two']);
});

it('refuses an archive that floods, while it unfolds and after what came before', async () => {
  const bomb = zipSync({ 'a.txt': strToU8('One'), 'b.txt': new Uint8Array(120_000_000) });
  const found: string[] = [];
  const reading = (async () => {
    for await (const { name } of filesIn(bomb)) found.push(name);
  })();
  await expect(reading).rejects.toThrow('unfolds to more than 100 MB');
  expect(found).toEqual(['a.txt']);
}, 30_000);
