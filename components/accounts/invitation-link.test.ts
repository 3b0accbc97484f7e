import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOf, linkFor, newSecret, readLink } from './invitation-link';

const projectId = '0198c0de-0000-7000-8000-000000000000';

it('finds in a link what was put there, and keeps it behind the # where no server sees it', () => {
  const secret = newSecret();
  const link = new URL(linkFor('https://concord.example', { projectId, secret }));
  expect(link.pathname + link.search).toBe('/invitation');
  expect(readLink(link.hash.slice(1))).toEqual({ projectId, secret });
});

it('takes nothing for a link that was cut short or is none', () => {
  const { hash } = new URL(linkFor('https://concord.example', { projectId, secret: newSecret() }));
  for (const broken of ['', projectId, hash.slice(1, -20), `x.${newSecret()}`]) expect(readLink(broken)).toBeNull();
});

it('never makes a secret twice, and hashes it as the server does', async () => {
  const secrets = Array.from({ length: 200 }, newSecret);
  expect(new Set(secrets).size).toBe(200);
  expect(await hashOf(secrets[0]!)).toBe(createHash('sha256').update(secrets[0]!).digest('hex'));
});
