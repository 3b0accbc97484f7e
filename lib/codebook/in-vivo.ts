import { newId } from '@/lib/log';
import { fold, nextBoundary } from '@/lib/text';
import type { z } from 'zod';
import type { codebookChanges } from './changes';
import { longestName, type Code } from './code';
import { nextColor } from './palette';

type NewCode = z.infer<(typeof codebookChanges)['code.add']['body']>;

/**
 * In-vivo coding: a code that is called by the speaker's own words. Where one is called so already (but for case,
 * accents and white space) it is that one, and nothing needs adding; else the code to add, at the top of the tree.
 */
export function inVivo(codes: Iterable<Code>, words: string): { codeId: string; added: NewCode | null } {
  const all = [...codes];
  const name = nameOf(words);
  const known = all.find((code) => !code.archived && comparable(code.name) === comparable(name));
  if (known) return { codeId: known.id, added: null };
  const id = newId();
  const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [] };
  const color = nextColor(all.map((code) => code.color));
  return { codeId: id, added: { id, parentId: null, name, color, shortcut: null, ...rules } };
}

/** Words on one line, cut where a name may not be longer: after a word if there is one, else between two characters. */
function nameOf(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestName) return line;
  const space = line.lastIndexOf(' ', longestName - 1);
  if (space > longestName / 2) return `${line.slice(0, space)}…`;
  let end = 0;
  for (let next = nextBoundary(line, 0); next < longestName; next = nextBoundary(line, next)) end = next;
  return `${line.slice(0, end)}…`;
}

function comparable(name: string): string {
  return fold(name, { accents: 'ignore' }).text;
}
