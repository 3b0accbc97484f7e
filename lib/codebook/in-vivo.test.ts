import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBoundary } from '@/lib/text';
import { anyText } from '@/lib/text/testing/any-text';
import { codebookChanges } from './changes';
import type { Code } from './code';
import { inVivo } from './in-vivo';

const code = (id: string, name: string, more: Partial<Code> = {}) =>
  ({ id, name, color: '#1c7ed6', archived: false, ...more }) as Code;

it('calls a new code by the speaker’s words, on one line', () => {
  const { codeId, added } = inVivo([], '  a belt\n of fire ');
  expect(added).toMatchObject({ id: codeId, name: 'a belt of fire', parentId: null, shortcut: null });
});

it('is the code that is called so already, whatever its case and accents, unless that is archived', () => {
  const codes = [code('old', 'Axis of evil', { archived: true }), code('ёлка', 'Ёлка'), code('erdogan', 'Erdoğan')];
  expect(inVivo(codes, 'елка')).toEqual({ codeId: 'ёлка', added: null });
  expect(inVivo(codes, 'ERDOGAN')).toEqual({ codeId: 'erdogan', added: null });
  expect(inVivo(codes, 'axis of evil').added).not.toBeNull();
});

it('makes a name that the codebook takes of whatever words there are, and splits no character for it', () => {
  const words = anyText({ maxPieces: 120 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(words, (text) => {
      const { added } = inVivo([], text);
      expect(codebookChanges['code.add'].body.safeParse(added).success).toBe(true);
      const line = text.replace(/\s+/gu, ' ').trim();
      const kept =
        added!.name.length < line.length || !line.endsWith('…') ? added!.name.replace(/…$/, '') : added!.name;
      expect(line.startsWith(kept)).toBe(true);
      expect(isBoundary(line, kept.length)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
