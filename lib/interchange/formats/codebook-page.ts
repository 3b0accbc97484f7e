import { inOrder, type Code, type CodeNode } from '@/lib/codebook';
import type { Archive } from '../archive';
import { encoded } from '../byte-writer';
import type { WritingFormat } from './format';

/** The codebook to read and print: one page that needs nothing else and runs nothing. */
export const codebookPage: WritingFormat = {
  name: 'codebook',
  title: 'Codebook to print',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  purpose: 'Every code with its rules and examples, laid out to read on a screen or on paper.',
  loses: ['documents and codings', 'shortcuts and versions of codes'],
  filtered: false,
  async *write(archive) {
    const uses = await archive.uses();
    yield encoded(head(archive));
    for (const node of inOrder(archive.codes)) yield encoded(section(node, uses[node.code.id] ?? 0));
    yield encoded('</main>\n</body>\n</html>\n');
  },
};

function head({ project, codes }: Archive): string {
  const title = escaped(`${project.title}: codebook`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<p>${codes.length} ${codes.length === 1 ? 'code' : 'codes'}</p>
`;
}

const style = `
body { font: 1rem/1.5 Georgia, serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; color: #1a1b1e; }
section { border-left: .35rem solid var(--code); padding-left: 1rem; margin: 1.25rem 0 1.25rem calc(var(--depth) * 1.5rem); break-inside: avoid; }
h2 { font-size: 1.15rem; margin: 0; }
h2 small { font-weight: normal; color: #5c5f66; }
dl { margin: .25rem 0 0; }
dt { font: 600 .8rem/1.6 system-ui, sans-serif; color: #5c5f66; }
dd { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: 0; font-style: italic; }
`;

function section({ code, depth }: CodeNode, uses: number): string {
  const { name, color, definition, useWhen, avoidWhen, archived } = code;
  const about = [archived ? 'archived' : '', `${uses.toLocaleString('en')} ${uses === 1 ? 'coding' : 'codings'}`];
  const parts = [
    part('Definition', text(definition)),
    part('Use when', text(useWhen)),
    part('Avoid when', text(avoidWhen)),
    part('Examples', examples(code, false)),
    part('Counterexamples', examples(code, true)),
  ].join('');
  return `<section style="--code: ${/^#[0-9a-f]{6}$/.test(color) ? color : '#868e96'}; --depth: ${depth}">
<h2 dir="auto">${escaped(name)} <small>${about.filter(Boolean).join(', ')}</small></h2>
${parts && `<dl>${parts}</dl>`}
</section>
`;
}

function part(title: string, content: string): string {
  return content && `<dt>${title}</dt><dd dir="auto">${content}</dd>`;
}

function text(words: string): string {
  return escaped(words.trim());
}

function examples({ examples: all }: Code, counter: boolean): string {
  const wanted = all.filter((example) => example.counter === counter);
  return wanted
    .map(({ text: words, note }) => `<blockquote dir="auto">${text(words)}</blockquote>${text(note)}`)
    .join('');
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
