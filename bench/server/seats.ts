import { Agent, request, type IncomingMessage } from 'node:http';
import { cookieOf, type Stage } from '@/bin/soak/stage';
import { code, document, joined, person, project } from '@/prisma/builders';
import type { Membership } from '@/lib/projects/store';

/** A person at a browser of theirs: signed in, a connection that stays open, and a place to put their next coding. */
export type Seat = { by: Membership; cookie: string; agent: Agent; next: number };

/** One project with one text and one code, and so many coders in it. */
export type Class = { owner: Membership; documentId: string; codeId: string; text: string; seats: Seat[] };

export async function classOf(size: number, words: number): Promise<Class> {
  const owner = await project(await person(), 'Bench');
  const text = Array.from({ length: words }, (_, n) => `word${n % 997}`).join(' ');
  const documentId = await document(owner, { text });
  const codeId = await code(owner, { name: 'A code' });
  const seats: Seat[] = [];
  for (let i = 0; i < size; i++) {
    const who = await person();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    seats.push({ by: await joined(owner, who, 'coder'), cookie: await cookieOf(who), agent, next: 0 });
  }
  return { owner, documentId, codeId, text, seats };
}

/** The next coding of this person: never the same passage twice. */
export function nextCoding({ documentId, codeId, text }: Class, seat: Seat, id: string) {
  const start = seat.next++ % (text.length - 20);
  return { id, documentId, codeId, start, end: start + 12, quote: text.slice(start, start + 12) };
}

type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown };

/** Asks the server and reads the answer to its end; anything but 200 is an error. */
export async function ask(stage: Stage, seat: Seat, { method, path, body }: Asked): Promise<string> {
  const response = await open(stage, seat, { method, path, body });
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part as string;
  if (response.statusCode !== 200) throw new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`);
  return text;
}

/** Asks, and gives the answer as soon as it begins. */
export function open(stage: Stage, seat: Seat, { method, path, body }: Asked): Promise<IncomingMessage> {
  const headers = { cookie: seat.cookie, origin: stage.origin, 'content-type': 'application/json' };
  return new Promise((done, fail) => {
    const asking = request(stage.addresses()[0]! + path, { method, headers, agent: seat.agent }, done);
    asking.on('error', fail).end(body === undefined ? undefined : JSON.stringify(body));
  });
}
