import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownPath } from './own-path';

it('goes back to the page that asked for the sign-in', () => {
  expect(ownPath('/projects/1?tab=2#part')).toBe('/projects/1?tab=2#part');
});

it('never leaves this server, whatever the address says', () => {
  const elsewhere = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', ['/a'], undefined];
  for (const next of elsewhere) expect(ownPath(next)).toBe('/projects');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(new URL(ownPath(`/${text}`), 'https://own.example').origin).toBe('https://own.example');
    }),
  );
});
