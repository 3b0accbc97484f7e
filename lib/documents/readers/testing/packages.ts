import { strToU8, zipSync } from 'fflate';

/** Office documents made of a few lines, for what no sample file has. */

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function zipOf(members: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, words]) => [name, strToU8(words)])));
}

/** A Word document with this body; `parts` are further parts by the purpose they are related for, without their root. */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  const names = Object.keys(parts);
  return zipOf({
    '_rels/.rels': relationsOf([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsOf(names.map((name) => [name, `${name}.xml`])),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, `<w:root ${word}>${parts[name]}</w:root>`])),
  });
}

function relationsOf(targets: [string, string][]): string {
  const all = targets.map(
    ([purpose, target], index) => `<Relationship Id="r${index}" Type="${relations}/${purpose}" Target="${target}"/>`,
  );
  return `<Relationships>${all.join('')}</Relationships>`;
}

/** An OpenDocument text with this body and these automatic styles. */
export function odtOf(body: string, styles = ''): Uint8Array {
  const spaces = ['office', 'text', 'table', 'style', 'drawing'].map(
    (name) => `xmlns:${prefixes[name] ?? name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${spaces.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}

const prefixes: Record<string, string> = { drawing: 'draw' };
