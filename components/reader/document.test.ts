import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownBlocks, plainBlocks, type Block } from '@/lib/text';
import { anySpan, anyText } from '@/lib/text/testing/any-text';
import { readerDocument } from './document';
import { readerNodes } from './schema';

const schema = getSchema(readerNodes());

function opened(text: string, blocks: readonly Block[]) {
  const { content, places, sections } = readerDocument({ text, blocks, direction: 'ltr' });
  const doc = schema.nodeFromJSON(content);
  doc.check();
  return { doc, places, sections };
}

const textWithBlocks = anyText().chain((text) =>
  fc.constantFrom(plainBlocks(text), markdownBlocks(text)).map((blocks) => ({ text, blocks })),
);

it('finds at every position of a piece the very characters of the text', () => {
  fc.assert(
    fc.property(textWithBlocks, ({ text, blocks }) => {
      const { doc, places } = opened(text, blocks);
      for (const { at, start, end } of places.pieces) {
        expect(doc.textBetween(at, at + end - start)).toBe(text.slice(start, end));
      }
    }),
  );
});

it('goes from an offset to a position and back without moving, wherever something is shown', () => {
  fc.assert(
    fc.property(textWithBlocks, ({ text, blocks }) => {
      const { places } = opened(text, blocks);
      for (const { start, end } of places.pieces) {
        for (let offset = start; offset < end; offset++) expect(places.offset(places.position(offset))).toBe(offset);
      }
    }),
  );
});

it('selects of a span what is shown of it: the painted text equals the slice, white space between blocks apart', () => {
  const cases = textWithBlocks
    .filter(({ text }) => text.trim().length > 0)
    .chain((made) => anySpan(made.text.length).map((span) => ({ ...made, span })));
  fc.assert(
    fc.property(cases, ({ text, blocks, span }) => {
      const { doc, places } = opened(text, blocks);
      const { from, to } = places.positions(span);
      const squeezed = (words: string) => words.replace(/\s/gu, '');
      expect(squeezed(doc.textBetween(from, to))).toBe(squeezed(text.slice(span.start, span.end)));
      const back = places.span(from, to);
      const said = text.slice(span.start, span.end).trim();
      if (said) expect(text.slice(back?.start, back?.end).trim()).toBe(said);
    }),
  );
});

it('keeps a caret that is put at the end of a passage there, also where the passage ends with its block', () => {
  fc.assert(
    fc.property(textWithBlocks, ({ text, blocks }) => {
      const { places } = opened(text, blocks);
      for (const { end } of places.pieces) expect(places.offset(places.positions({ start: end, end }).from)).toBe(end);
    }),
  );
});

it('takes nothing of a block at whose very start a selection ends', () => {
  const text = 'First.\n\nSecond.';
  const { places } = opened(text, plainBlocks(text));
  const second = places.pieces[1]!;
  expect(places.span(places.pieces[0]!.at, second.at)).toEqual({ start: 0, end: 6 });
});

it('gathers neighbouring list items in one list', () => {
  const text = '- one\n- two\n\nthree';
  const { doc } = opened(text, markdownBlocks(text));
  const names = doc.firstChild!.children.map((node) => node.type.name);
  expect(names).toEqual(['list', 'paragraph']);
});

it('sets a block wholly in another script against the direction of the document', () => {
  const text = 'In English.\n\nسلام';
  const { doc } = opened(text, plainBlocks(text));
  const directions = doc.firstChild!.children.map((node) => node.attrs['look'].dir);
  expect(directions).toEqual([undefined, 'rtl']);
});

it('holds a caret even in an empty text', () => {
  const { doc, places } = opened('', []);
  expect(doc.textContent).toBe('');
  expect(places.offset(2)).toBe(0);
  expect(places.position(0)).toBe(2);
  expect(places.span(2, 2)).toBeNull();
});
