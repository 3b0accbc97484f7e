import { expect, it } from 'vitest';
import type { Member } from '@/lib/projects';
import { initialsOf } from '@/components/ui/initials';
import { strokeStyleOf } from './shades';

it('takes the first letters of the first and the last name, in any script', () => {
  expect(initialsOf('Marek Novak')).toBe('MN');
  expect(initialsOf('Ana Maria de la Cruz')).toBe('AC');
  expect(initialsOf('Плейла')).toBe('П');
  expect(initialsOf(' 李 明 ')).toBe('李明');
  expect(initialsOf('')).toBe('');
});

it('draws the first four coders in four strokes', () => {
  const strokes = [0, 1, 2, 3].map((shade) => strokeStyleOf({ shade } as Member));
  expect(new Set(strokes).size).toBe(4);
});
