import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { secrets } from './secrets.mjs';

const somewhere = () => join(temporaryFolder(), 'secrets.json');

it('makes 32 random bytes for each secret at the first start, in a file that only its owner reads', () => {
  const file = somewhere();
  const made = Object.values(secrets(file, {}));
  expect(made.map((secret) => Buffer.from(String(secret), 'base64url').length)).toEqual([32, 32, 32]);
  expect(new Set(made).size).toBe(3);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('gives the same secrets at every later start, and never touches the file again', () => {
  const file = somewhere();
  const first = secrets(file, {});
  const written = readFileSync(file, 'utf8');
  expect(secrets(file, {})).toEqual(first);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

it('makes different secrets for different installations', () => {
  expect(secrets(somewhere(), {})).not.toEqual(secrets(somewhere(), {}));
});

it('lets a variable of the environment win over the file', () => {
  const NEXTAUTH_SECRET = 'x'.repeat(32);
  expect(secrets(somewhere(), { NEXTAUTH_SECRET }).NEXTAUTH_SECRET).toBe(NEXTAUTH_SECRET);
});

it('refuses a secret under 32 bytes and says how to make a longer one', () => {
  expect(() => secrets(somewhere(), { NEXTAUTH_SECRET: 'x'.repeat(31) })).toThrow(
    /NEXTAUTH_SECRET is shorter than 32 bytes.*openssl/,
  );
});

it('never replaces a file that it cannot read: new secrets would sign everybody out', () => {
  const file = somewhere();
  writeFileSync(file, '{ "NEXTAUTH_SECRET": ');
  expect(() => secrets(file, {})).toThrow('back-up');
  expect(readFileSync(file, 'utf8')).toBe('{ "NEXTAUTH_SECRET": ');
});
