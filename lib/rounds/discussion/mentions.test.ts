import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mentionsIn, readMentions } from './mentions';

const members = [
  { id: 'ben', name: 'Ben Coder' },
  { id: 'benA', name: 'Ben Coder-Ahmadi' },
  { id: 'cleo', name: 'Cleo' },
  { id: 'leyla', name: 'لیلا رضایی' },
  { id: 'ann1', name: 'Ann Lee' },
  { id: 'ann2', name: 'Ann Lee' },
];

it.each([
  ['@Cleo, have a look', ['cleo']],
  ['have a look, @cleo!', ['cleo']],
  ['@Ben Coder and @Cleo and @Cleo', ['ben', 'cleo']],
  ['the longer name: @Ben Coder-Ahmadi', ['benA']],
  ['@لیلا رضایی؟', ['leyla']],
  ['by the first name: @لیلا', ['leyla']],
  ['two of one name: @Ann Lee', ['ann1', 'ann2']],
  ['a first name that two have: @Ben', []],
  ['cleo without a sign, and post@cleo.example', []],
  ['@Cleopatra is somebody else', []],
])('%s', (text, expected) => {
  expect(mentionsIn(text, members)).toEqual(expected);
});

it('cuts any text into pieces that are the text again, and names only members', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('@', '@Cleo', '@Ben Coder', ' ', 'x'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const said = readMentions(pieces.join(''), members);
      expect(said.map(({ text }) => text).join('')).toBe(pieces.join(''));
      for (const id of said.flatMap(({ named }) => named)) expect(members.map((each) => each.id)).toContain(id);
    }),
  );
});
