import { describe, expect, it } from 'vitest';
import type { Code } from '@/lib/codebook';
import { rank, searchable } from './rank';

const codes = [
  code({ id: 'status', name: 'Great-power status', shortcut: 'g' }),
  code({ id: 'mediator', name: 'Mediator role', parentId: 'status' }),
  code({ id: 'stability', name: 'Stability', definition: 'A settled, predictable order.' }),
  code({ id: 'escalation', name: 'Escalation danger', parentId: 'stability' }),
  code({ id: 'regime', name: 'Régime of sanctions' }),
];
const all = searchable(codes, new Map(codes.map((each) => [each.id, each])));
const found = (query: string, recent: string[] = []) => rank(all, query, recent).map(({ code }) => code.id);

describe('the picker', () => {
  it('shows the codes used last on top, then the codebook in its order', () => {
    expect(found('', ['regime', 'mediator'])).toEqual(['regime', 'mediator', 'status', 'stability', 'escalation']);
  });

  it('takes the beginning of a name before the beginning of a word before the names above', () => {
    expect(found('sta')).toEqual(['stability', 'status', 'mediator', 'escalation']);
  });

  it('finds a code by letters in order, by the code above it, by its rules and by its key', () => {
    expect(found('mrole')).toEqual(['mediator']);
    expect(found('status role')).toEqual(['mediator']);
    expect(found('predictable')).toEqual(['stability']);
    expect(found('g')[0]).toBe('status');
  });

  it('looks two letters up in names only, but a Chinese word of one or two signs in the rules too', () => {
    const chinese = searchable(
      [code({ id: 'mediation', name: 'Mediator', definition: '俄罗斯主张调解。' })],
      new Map(),
    );
    expect(found('tt')).toEqual([]);
    expect(rank(chinese, '调解', []).map(({ code }) => code.id)).toEqual(['mediation']);
  });

  it('does not mind capitals and accents', () => {
    expect(found('REGIME')).toEqual(['regime']);
  });

  it('prefers, among equals, what was used last', () => {
    expect(found('s', ['regime'])[0]).toBe('stability');
    expect(found('e', ['regime'])[0]).toBe('escalation');
  });

  it('finds nothing where nothing fits', () => {
    expect(found('zzz')).toEqual([]);
  });
});

function code(given: Partial<Code> & { id: string; name: string }): Code {
  const blank = {
    parentId: null,
    position: 0,
    color: '#0a8b4f',
    shortcut: null,
    definition: '',
    useWhen: '',
    avoidWhen: '',
  };
  return { ...blank, examples: [], version: 1, createdAt: '', archived: false, ...given };
}
