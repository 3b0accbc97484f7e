import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { invitationLetter, reminderLetter } from './letters';
import { mailIsSet, sendLetter } from './mail';

let received: string[] = [];
let server: SMTPServer;

beforeEach(async () => {
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _, done) => done(password === 'right' ? null : new Error('no'), { user: 'concord' }),
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('nobody') ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
    onData(stream, _, done) {
      const parts: Buffer[] = [];
      stream
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => done(null, void received.push(Buffer.concat(parts).toString())));
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('SMTP_URL', urlFor(''));
  vi.stubEnv('MAIL_FROM', 'Concord <concord@example.org>');
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await new Promise<void>((done) => server.close(done));
});

function urlFor(credentials: string): string {
  return `smtp://${credentials}127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const offer = {
  link: 'https://concord.example/invitation#p.s',
  project: 'Statements',
  invitedBy: 'Olga',
  role: 'coder',
};
const letter = invitationLetter({ to: 'dana@example.org', ...offer });

it('hands an invitation to the mail server, with its link', async () => {
  expect(mailIsSet()).toBe(true);
  expect(await sendLetter(letter)).toBeNull();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^To: dana@example\.org\r?$/m);
  expect(received[0]).toContain(offer.link);
});

it('lets nobody write headers with the name of a project, in whatever script it is', async () => {
  const project = 'بیانیه‌ها\r\nBcc: everybody@example.org';
  expect(await sendLetter(invitationLetter({ to: 'dana@example.org', ...offer, project }))).toBeNull();
  const [headers] = received[0]!.split('\r\n\r\n');
  expect(headers).not.toMatch(/^Bcc/m);
  expect(headers).toMatch(/^Subject: =\?UTF-8\?/m);
});

it('reminds a coder without a word about anybody else', () => {
  const { text } = reminderLetter({
    to: 'dana@example.org',
    name: 'Dana',
    link: 'x',
    project: 'Statements',
    round: 'Pilot',
  });
  expect(text).not.toMatch(/others|have finished|[0-9]/);
});

it('says in a sentence why a letter was not sent', async () => {
  expect(await sendLetter({ ...letter, to: 'nobody@example.org' })).toMatch(/does not take mail for this address/);
  vi.stubEnv('SMTP_URL', urlFor('concord:wrong@'));
  expect(await sendLetter(letter)).toMatch(/did not let Concord in/);
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
  expect(await sendLetter(letter)).toMatch(/cannot be reached/);
  expect(received).toEqual([]);
});

it('is not offered unless both the server and the sender are set', () => {
  for (const variable of ['SMTP_URL', 'MAIL_FROM']) {
    vi.stubEnv(variable, '');
    expect(mailIsSet()).toBe(false);
    vi.stubEnv(variable, 'x');
  }
});
