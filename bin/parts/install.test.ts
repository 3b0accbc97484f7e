import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/only-on-mac': { version: '2.0.0', optional: true },
};

it('takes an installation for whole when every package is there in its version', () => {
  expect(isInstalled(lock, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
});

it('asks for an installation when a package is missing or of another version', () => {
  expect(isInstalled(lock, {})).toBe(false);
  expect(isInstalled(lock, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
});

it('asks for an installation when a package for this machine is there in an old version', () => {
  const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/only-on-mac': { version: '1.9.0' } };
  expect(isInstalled(lock, installed)).toBe(false);
});
