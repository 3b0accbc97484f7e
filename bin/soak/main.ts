import { parseArgs } from 'node:util';
import { sealCursor } from '@/lib/log/cursor';
import { newestSeq } from '@/lib/log/store';
import { db } from '@/lib/db';
import { eyesOf, fromRows } from '@/lib/doctor/store';
import type { Membership } from '@/lib/projects/store';
import { code, document, joined, person, project } from '@/prisma/builders';
import { installBrowser, type Seat, type Stream } from './browser';
import { Coder, type Study } from './coder';
import { cookieOf, Stage } from './stage';
import { verdictOn } from './verdict';

/**
 * Scripted coders over two servers and one database, while servers are killed, replaced, the database is stopped and
 * killed, streams are cut and answers lost. The last line is the verdict as JSON; exit code 1 unless it is spotless.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string' }, coders: { type: 'string' }, pace: { type: 'string' } } });
const minutes = Number(values.minutes ?? 10);
const [crowd, pace] = [Number(values.coders ?? 50), Number(values.pace ?? 1_000)];

const say = (line: string) => console.log(`[${(performance.now() / 1_000).toFixed(0).padStart(5)} s] ${line}`);
let lossRate = 0;
let forced = 0;
let harms = 0;

installBrowser();
const stage = await Stage.open();
try {
  const { owner, study } = await prepare();
  const coders = await Promise.all(Array.from({ length: crowd }, () => seated(owner, study)));
  say(`${crowd} coders are at work over 2 servers for ${minutes} minutes`);
  lossRate = 0.05;
  const trial = { isOver: false };
  const harm = hurt(Date.now() + minutes * 60_000, coders.map(({ seat }) => seat)).finally(() => (trial.isOver = true));
  await Promise.all([harm, ...coders.map(({ coder }) => coder.work(trial, pace))]);
  lossRate = 0;
  await Promise.all(coders.map(({ coder }) => coder.settle()));
  say('Everything is answered; comparing ledgers, screens, rows and log');
  const verdict = await verdictOn(owner.projectId, coders);
  coders.forEach(({ coder }) => coder.leave());
  console.log(JSON.stringify({ ...verdict, harms, forced }));
  process.exitCode = verdict.lost + verdict.doubled + verdict.faults.length + forced > 0 ? 1 : 0;
} finally {
  await db().$disconnect();
  await stage.close();
}
process.exit();

async function prepare(): Promise<{ owner: Membership; study: Study }> {
  const owner = await project(await person(), 'Under faults');
  const study: Study = { documents: [], codes: [] };
  for (let i = 0; i < 4; i++) {
    const text = Array.from({ length: 3_000 }, (_, n) => `word${(n * 7 + i) % 997}`).join(' ');
    study.documents.push({ id: await document(owner, { title: `Statement ${i}`, text }), text });
    study.codes.push(await code(owner, { name: `Code ${i}` }));
  }
  return { owner, study };
}

async function seated(owner: Membership, study: Study) {
  const who = await person();
  const by = await joined(owner, who, 'coder');
  const network = { origin: stage.origin, apps: stage.addresses, lossy: () => Math.random() < lossRate, streams: new Set<Stream>() };
  const seat: Seat = { cookie: await cookieOf(who), ...network, acknowledged: new Set(), refused: new Set(), heard: [] };
  const begun = await newestSeq(by.projectId);
  const cursor = sealCursor(by.projectId, begun);
  return { by, seat, begun, coder: new Coder(seat, { data: await fromRows(await eyesOf(by)), cursor, own: [] }, study) };
}

async function replace(i: number): Promise<void> {
  const { seconds, byItself } = await stage.replaceApp(i);
  say(`  ended ${byItself ? 'by itself' : 'only by force'} after ${seconds.toFixed(1)} s with its streams open`);
  if (!byItself) forced++;
}

/** One harm after the other, in turn, until the time is over and each has been done. */
async function hurt(until: number, seats: Seat[]): Promise<void> {
  const turns: [string, () => Promise<unknown>][] = [
    ['kill -9 of the first server', () => stage.crashApp(0)],
    ['Postgres is stopped and started', () => stage.restartPostgres('halt')],
    ['kill -9 of the second server', () => stage.crashApp(1)],
    ['kill -9 of Postgres', () => stage.restartPostgres('crash')],
    ['the first server is replaced', () => replace(0)],
    ['all streams are cut', async () => seats.forEach(({ streams }) => streams.forEach((stream) => stream.cut()))],
  ];
  for (let turn = 0; turn < turns.length || Date.now() < until; turn++) {
    const [name, harm] = turns[turn % turns.length]!;
    say(name);
    await harm();
    harms++;
    await new Promise((next) => setTimeout(next, 2_000));
  }
}
