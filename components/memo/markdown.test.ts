import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMemo, writeMemo } from './markdown';
import { normal } from './normal';
import { isSafeLink, linkFrom } from './safe-link';
import { memoSchema } from './schema';

const hard = [
  '*',
  '**',
  '_',
  '#',
  '# ',
  '1.',
  '1. ',
  '12) ',
  '- ',
  '-',
  '+ ',
  '> ',
  '>',
  '`',
  '```',
  '\\',
  '\\*',
  '<b>',
  '</p>',
  '<script>',
  '&amp;',
  '&',
  '&#42;',
  '\u000b',
  '[',
  ']',
  '](',
  '!',
  '~~',
  '===',
  '---',
  '|',
  '  ',
  ' ',
  '\t',
  '    ',
  '\u00a0',
  '\u3000',
  'word',
  'a',
  'snake_case',
  'سلام',
  'שלום',
  '「重要」',
  '的',
  '👩‍👩‍👧',
  'e\u0301',
  'https://example.org/a_b?c=d&e=f',
  'javascript:alert(1)',
  '(x)',
  '«q»',
  '"',
  '5*3*2',
  '…',
  'http://',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...hard), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').replace(/[\r\n\0]/g, '') || 'x');
const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_b?c=d&e=f',
  'http://example.org/(x)',
  'mailto:a@example.org',
  'https://example.org/путь',
  'https://example.org/&amp;',
  'https://e.org/*a*',
);

const { marks, nodes } = memoSchema;
const text = fc
  .record({ words, bold: fc.boolean(), italic: fc.boolean(), href: fc.option(href), bare: fc.boolean() })
  .map(({ words, bold, italic, href, bare }) => {
    const on = [
      ...(bold ? [marks.bold!.create()] : []),
      ...(italic ? [marks.italic!.create()] : []),
      ...(href ? [marks.link!.create({ href })] : []),
    ];
    return memoSchema.text(
      bare && href ? href : words,
      on.reduce((set, mark) => mark.addToSet(set), [] as readonly (typeof on)[number][]),
    );
  });
const inline = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constant(null).map(() => nodes.hardBreak!.create()) },
);
const paragraph = fc.array(inline, { maxLength: 5 }).map((content) => nodes.paragraph!.create(null, content));
const block: fc.Arbitrary<Node> = fc.letrec<{ block: Node; item: Node }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    paragraph,
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => nodes.bulletList!.create(null, items)),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.constantFrom(1, 2, 9, 99))
      .map(([items, start]) => nodes.orderedList!.create({ start }, items)),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => nodes.blockquote!.create(null, blocks)),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => nodes.listItem!.create(null, [first, ...rest])),
})).block;
const memo = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => nodes.doc!.create(null, blocks));

describe('a memo', () => {
  it('is the same document after it was written down and read again, whatever stands in it', () => {
    fc.assert(
      fc.property(memo, (document) => {
        const kept = normal(document);
        kept.check();
        expect(readMemo(writeMemo(document)).toJSON()).toEqual(kept.toJSON());
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('may be any text at all, and is then kept in a form that no longer changes', () => {
    const anything = fc.array(
      fc.oneof(fc.constantFrom(...hard, '\n', '\n\n', '\r\n'), fc.string({ unit: 'binary', maxLength: 6 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        anything.map((parts) => parts.join('')),
        (typed) => {
          const read = readMemo(typed);
          read.check();
          const kept = writeMemo(read);
          expect(readMemo(kept).toJSON()).toEqual(normal(read).toJSON());
          expect(writeMemo(readMemo(kept))).toBe(kept);
          read.descendants((node) =>
            node.marks.forEach(({ attrs }) => 'href' in attrs && expect(isSafeLink(attrs.href)).toBe(true)),
          );
        },
      ),
      { numRuns: 100 },
    );
  }, 30_000);

  it.each([
    [
      'a plain note of old',
      'Doubtful.\nAsk Ben, cf. p. 5 (snake_case, 5 % & more)?\n\nSecond paragraph – ещё один; سلام 👍',
      undefined,
    ],
    ['bold at a quotation mark inside a sentence without spaces', '这是**「重要」**的', undefined],
    ['lists and quotes', '- one\n- two\n  1. in it\n\n> said\n>\n> so', undefined],
    [
      'a link, and one that shows its own address',
      '[the speech](https://example.org/a?b=c&d=e) <https://example.org/>',
      undefined,
    ],
    ['stars that are no markup', '2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['HTML, as the letters it is made of', '<b onclick="x()">', '\\<b onclick="x()">'],
    ['an address that would run', '[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ])('keeps %s', (_, typed, kept = typed) => {
    expect(writeMemo(readMemo(typed))).toBe(kept);
  });

  it('says what a link or HTML of a hostile memo spells, and does nothing with it', () => {
    for (const hostile of [
      '[x](javascript:alert(1))',
      '[x](data:text/html,x)',
      '<javascript:alert(1)>',
      '<img src=x onerror=y>',
      '[x](java&#115;cript:y)',
      '![x](https://e.org)',
    ]) {
      const document = readMemo(hostile);
      expect(document.textContent.length).toBeGreaterThan(0);
      document.descendants(({ marks: on }) =>
        expect(on.filter(({ attrs }) => !isSafeLink(attrs.href as string))).toEqual([]),
      );
    }
  });
});

it.each([
  ['example.org', 'https://example.org'],
  ['ana@example.org', 'mailto:ana@example.org'],
  ['http://example.org/x', 'http://example.org/x'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['nowhere', null],
  ['', null],
])('an address typed as %s leads to %s', (typed, href) => {
  expect(linkFrom(typed)).toBe(href);
});
