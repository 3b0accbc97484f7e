import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { judged, median, percentile } from '../load/measure';
import { throughDoor, type Scene } from './accepting';
import { Ear } from './listening';

const rounds = 200;

/** From one person's request to the event in another's stream, against a bare NOTIFY to a LISTEN of the same database. */
export async function live({ stage, one }: Scene): Promise<void> {
  const [author, reader] = [one.seats[0]!, one.seats[1]!];
  const ear = await Ear.open({ stage, one }, reader);
  const [sent, answered, bare]: [number[], number[], number[]] = [[], [], []];
  const notices = await Notices.open();
  for (let round = -20; round < rounds; round++) {
    const id = randomUUID();
    const begun = performance.now();
    await throughDoor({ stage, one }, author, id);
    const committed = performance.now();
    const heard = await ear.hears(id);
    const notified = await notices.there();
    if (round < 0) continue;
    sent.push(heard - begun);
    answered.push(Math.max(0, heard - committed));
    bare.push(notified);
  }
  ear.close();
  await notices.close();
  const said = (times: number[]) => `p50 ${median(times).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms`;
  console.log('From one person to another’s stream');
  console.log(`  a bare NOTIFY to LISTEN       ${said(bare)}`);
  console.log(
    `  request sent to event heard   ${said(sent)} = ${(median(sent) / median(bare)).toFixed(1)} x, at the median`,
  );
  console.log(
    `  answer here to event there    ${said(answered)} (p95 in ms, ${judged(percentile(answered, 95), { most: 100 })})`,
  );
}

/** Two connections to the database that do nothing else. */
class Notices {
  private constructor(
    private readonly speaker: Client,
    private readonly listener: Client,
  ) {}

  static async open(): Promise<Notices> {
    const [speaker, listener] = [0, 1].map(() => new Client({ connectionString: process.env.DATABASE_URL })) as [
      Client,
      Client,
    ];
    await Promise.all([speaker.connect(), listener.connect()]);
    await listener.query('LISTEN bench');
    return new Notices(speaker, listener);
  }

  /** How long one notice takes, in ms. */
  async there(): Promise<number> {
    const begun = performance.now();
    const heard = new Promise<number>((done) =>
      this.listener.once('notification', () => done(performance.now() - begun)),
    );
    await this.speaker.query('NOTIFY bench');
    return heard;
  }

  async close(): Promise<void> {
    await Promise.all([this.speaker.end(), this.listener.end()]);
  }
}
