import { Table } from '@/lib/log';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import { plainBlocks, type Block } from '@/lib/text';

export type Subject = { text: string; blocks: Block[]; codings: Coding[] };

const vocabulary =
  'the of and to in that our peace security partners remain committed dialogue region stability sanctions treaty ' +
  'government statement responsibility sovereign nations negotiation strait energy friends history people must not';

/** A text of so many words in paragraphs of about 80, with codings strewn over it; the same every time. */
export function subject(words: number, codings: number): Subject {
  const next = sequence(words + codings);
  const known = vocabulary.split(' ');
  const paragraphs: string[] = [];
  for (let left = words; left > 0; left -= 80) {
    const line = Array.from({ length: Math.min(80, left) }, () => known[next(known.length)]);
    paragraphs.push(`${line.join(' ')}.`);
  }
  const text = paragraphs.join('\n\n');
  return {
    text,
    blocks: plainBlocks(text),
    codings: Array.from({ length: codings }, (_, n) => codingAt(text, n, next)),
  };
}

/** One more coding, at a place of its own near the start of the text, where the screen is. */
export function oneMore(text: string, n: number): Coding {
  return made(text, `more-${n}`, { start: 200 + n * 7, end: 260 + n * 9, code: n % codeCount });
}

const codeCount = 12;
const colors = ['#1971c2', '#e8590c', '#2f9e44', '#9c36b5', '#c92a2a', '#0c8599'];

export const codes = Table.of(
  Array.from({ length: codeCount }, (_, n): Code => {
    const words = { definition: '', useWhen: '', avoidWhen: '', examples: [] };
    const color = colors[n % colors.length] ?? '#000000';
    return {
      id: `code-${n}`,
      parentId: null,
      position: n,
      name: `Code ${n}`,
      color,
      shortcut: null,
      ...words,
      version: 1,
      createdAt: '',
      archived: false,
    };
  }),
);

export const coders = Table.of(
  ['Leyla Karimova', 'Marek Novak', 'Sofia Lind'].map((name, shade): Member => ({
    id: `coder-${shade}`,
    name,
    role: 'coder',
    shade,
    removed: false,
    attributes: {},
  })),
);

function codingAt(text: string, n: number, next: (below: number) => number): Coding {
  const start = next(text.length - 400);
  const length = next(10) === 0 ? 40 + next(2_000) : 20 + next(300);
  return made(text, `coding-${n}`, { start, end: Math.min(text.length, start + length), code: next(codeCount) });
}

function made(text: string, id: string, { start, end, code }: { start: number; end: number; code: number }): Coding {
  const place = {
    documentId: 'text',
    codeId: `code-${code}`,
    coderId: `coder-${code % 3}`,
    start,
    end,
    quote: text.slice(start, end),
  };
  return { id, ...place, layer: 'coder', memo: '', codebookVersion: 1, createdAt: '', updatedAt: '' };
}

/** A linear congruence: numbers that look random and never change. */
function sequence(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647 || 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
