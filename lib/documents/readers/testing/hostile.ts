import { strToU8, zipSync } from 'fflate';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { docxOf, zipOf } from './packages';

/**
 * Files that somebody careless or ill-meaning could send, made here byte by byte. `says` is what a refusal must speak
 * of; `text` is what the file may be read as instead, or must be where there is no `says`.
 */
export type HostileFile = { name: string; bytes: () => Uint8Array; says?: RegExp; text?: string };

const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const utf8 = (text: string) => strToU8(text);

export const hostileFiles: HostileFile[] = [
  { name: 'bomb.docx', bytes: () => inflating('word/document.xml', 101_000_000), says: /large.*100 MB/ },
  {
    name: 'bomb-in-a-picture.odt',
    bytes: () => inflating('Pictures/a.png', 101_000_000, { 'content.xml': flat('<text:p>Words</text:p>') }),
    text: 'Words',
  },
  { name: 'size-that-lies.docx', bytes: () => lying(inflating('word/document.xml', 5_000_000)), says: /damaged|large/ },
  {
    name: 'members.docx',
    bytes: () => zipOf(Object.fromEntries(many(2_001, (index) => [`m${index}`, '']))),
    says: /2,000 members/,
  },
  {
    name: 'two-of-a-name.docx',
    bytes: () => renamed(zipOf({ 'a.xml': '1', 'b.xml': '2' }), 'b.xml', 'a.xml'),
    says: /same name/,
  },
  {
    name: 'out-of-the-archive.docx',
    bytes: () => renamed(zipOf({ 'aaa/aaa.xml': '1' }), 'aaa/aaa.xml', '../../x.xml'),
    says: /damaged/,
  },
  { name: 'cut.docx', bytes: () => docxOf(paragraph('Words')).subarray(0, -40), says: /damaged/ },
  {
    name: 'doctype.docx',
    bytes: () => withDocument('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'),
    says: /DOCTYPE/,
  },
  {
    name: 'doctype-in-utf-16.docx',
    bytes: () => withDocument(Buffer.from('\ufeff<!DOCTYPE w><w/>', 'utf16le')),
    says: /DOCTYPE/,
  },
  { name: 'entities.docx', bytes: () => withDocument('<w>&undefined;</w>'), says: /well-formed/ },
  { name: 'deep.docx', bytes: () => withDocument('<w>'.repeat(50_000)), says: /deep/ },
  {
    name: 'attributes.docx',
    bytes: () => withDocument(`<w ${many(30_000, (index) => `a${index}=""`).join(' ')}/>`),
    says: /attributes/,
  },
  {
    name: 'linked-picture.docx',
    bytes: () => docxOf(`${paragraph('Words')}<w:p><w:r><w:drawing link="file:///etc/passwd"/></w:r></w:p>`),
    text: 'Words',
  },
  {
    name: 'spaces.fodt',
    bytes: () => utf8(flat(`<text:p>a${'<text:s text:c="2000000000"/>'.repeat(50_000)}b</text:p>`)),
    says: /longer/,
  },
  {
    name: 'locked.docx',
    bytes: () => Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
    says: /password/,
  },
  { name: 'old.docx', bytes: () => compound, says: /\.doc\b/ },
  { name: 'program.docx', bytes: () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0]), says: /a program/ },
  { name: 'page.docx', bytes: () => utf8('<html>words</html>'), says: /not a Word document/ },
  { name: 'deep.html', bytes: () => utf8(`${'<div>'.repeat(20_000)}words`), says: /deep/ },
  { name: 'deep-in-svg.html', bytes: () => utf8(`<svg>${'<g>'.repeat(20_000)}words`), says: /deep/ },
  {
    name: 'attributes.html',
    bytes: () => utf8(`<p ${many(20_000, (index) => `a${index}`).join(' ')}>words`),
    says: /attributes/,
  },
  {
    name: 'script.html',
    bytes: () => utf8('<p>words<script>fetch("//x")</script><img src=x onerror=alert(1)><template>t</template>'),
    text: 'words',
  },
  { name: 'deep.rtf', bytes: () => utf8(`{\\rtf1 ${'{'.repeat(60_000)}words`), says: /deep/ },
  { name: 'jump.rtf', bytes: () => utf8('{\\rtf1 words\\bin2147483647 more}'), text: 'words' },
  { name: 'half-a-letter.rtf', bytes: () => utf8('{\\rtf1 a\\uc0\\u55357 b}'), says: /surrogate/ },
  { name: 'header-only.pdf', bytes: () => utf8('%PDF-1.7\n'), says: /damaged/ },
  { name: 'page-in-a-circle.pdf', bytes: () => pdfOf('<</Type/Pages/Kids[2 0 R]/Count 1>>'), says: /damaged|no text/ },
  {
    name: 'two-billion-pages.pdf',
    bytes: () => pdfOf('<</Type/Pages/Kids[3 0 R]/Count 2000000000>>'),
    says: /damaged|large|no text/,
  },
  {
    name: 'bomb.pdf',
    bytes: () => pdfOf('<</Type/Pages/Kids[3 0 R]/Count 1>>', deflateSync(Buffer.alloc(200_000_000, ' '))),
    says: /memory|damaged|no text|longer/,
  },
  { name: 'no-book.epub', bytes: () => zipOf({ mimetype: 'application/epub+zip' }), says: /without a book/ },
  {
    name: 'outside.epub',
    bytes: () => zipOf({ 'META-INF/container.xml': '<c><rootfile full-path="../../etc/passwd"/></c>' }),
    says: /without a book/,
  },
  { name: 'no-times.srt', bytes: () => utf8('1\nwords\n'), says: /no subtitles/ },
  { name: 'nul.txt', bytes: () => utf8('a\0b'), says: /NUL/ },
  { name: 'nul.vtt', bytes: () => utf8('WEBVTT\n\n00:01.000 --> 00:02.000\na\0b\n'), says: /NUL/ },
  { name: 'picture.txt', bytes: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), says: /image/ },
  { name: 'unknown.xyz', bytes: () => utf8('words'), says: /type/ },
];

const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]);

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_none, index) => make(index));
}

const rels = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>';

/** An archive with one member more, which unfolds to so many spaces. */
function inflating(name: string, size: number, more: Record<string, string> = { '_rels/.rels': rels }): Uint8Array {
  const spaces = Buffer.alloc(size, ' ');
  const members = [
    ...Object.entries(more).map(([each, words]) => [each, Buffer.from(words)] as const),
    [name, spaces] as const,
  ];
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  for (const [each, bytes] of members) {
    const packed = deflateRawSync(bytes, { level: 1 });
    const at = Buffer.concat(locals).length;
    // Version, flags, deflated, time, date; then what the directory repeats.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(each.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04'), head, Buffer.from(each), packed);
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, place, Buffer.from(each));
  }
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(list)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(body.length, 12);
  return Buffer.concat([body, directory, Buffer.from('PK\x05\x06'), end]);
}

/** The same archive, whose headers say that every large member is a small one. */
function lying(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const [signature, at] of [
    [0x04034b50, 22],
    [0x02014b50, 24],
  ] as const) {
    for (let place = 0; place < bytes.length - 46; place++) {
      if (bytes.readUInt32LE(place) === signature && bytes.readUInt32LE(place + at) > 1_000_000)
        bytes.writeUInt32LE(2_048, place + at);
    }
  }
  return bytes;
}

function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(archive).toString('latin1').replaceAll(from, to), 'latin1');
}

function withDocument(xml: string | Uint8Array): Uint8Array {
  return zipSync({ '_rels/.rels': strToU8(rels), 'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml });
}

function flat(body: string): string {
  const spaces = ['office', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  return `<?xml version="1.0"?><office:document ${spaces}><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

/** A PDF of one page whose tree of pages is this, and whose content is this deflated stream. */
function pdfOf(pages: string, content: Uint8Array = deflateSync(Buffer.from(' '))): Uint8Array {
  const font = '<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj${pages}endobj\n`),
    Buffer.from(`3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources ${font}>>endobj\n`),
    Buffer.from(`4 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream\n`),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>'),
  ]);
}
