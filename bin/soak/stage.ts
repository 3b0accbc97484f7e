import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { startApp } from '@/bin/parts/app.mjs';
import { beside, withClient } from '@/bin/parts/database.mjs';
import { freePort } from '@/bin/parts/free-port.mjs';
import { durable, temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';
import { templateDatabase } from '@/bin/parts/template-database.mjs';
import { openSession } from '@/lib/accounts/sessions/store';
import { db } from '@/lib/db';

type App = Awaited<ReturnType<typeof startApp>>;

/**
 * Application processes on one Postgres that forces its commits to disk, and every way to hurt them. The stores of this
 * process are on the same database.
 */
export class Stage {
  readonly origin: string;
  private readonly running: (App | null)[] = [];

  private constructor(
    private readonly postgres: Awaited<ReturnType<typeof temporaryPostgres>>,
    private readonly ports: number[],
  ) {
    this.origin = `http://localhost:${ports[0]}`;
  }

  static async open(apps = 2): Promise<Stage> {
    const postgres = await temporaryPostgres(durable);
    const admin = postgres.url('postgres');
    const template = await templateDatabase(admin);
    await withClient(admin, (client) => client.query(`create database soak template ${template}`));
    const ports = await Promise.all(Array.from({ length: apps }, () => freePort()));
    const stage = new Stage(postgres, ports);
    Object.assign(process.env, {
      DATABASE_URL: beside(admin, 'soak'),
      NEXTAUTH_URL: stage.origin,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      CONCORD_CURSOR_KEY: randomBytes(32).toString('base64url'),
    });
    for (const [i] of stage.ports.entries()) await stage.startApp(i);
    return stage;
  }

  /** Where the servers are; a balancer would leave out the one that is down only after a while, so all are named. */
  addresses = (): string[] => this.ports.map((port) => `http://127.0.0.1:${port}`);

  async startApp(i: number): Promise<void> {
    this.running[i] = await startApp({ host: '127.0.0.1', port: this.ports[i]!, environment: { ...process.env, NODE_OPTIONS: '' } });
  }

  /** kill -9, and up again after a moment. */
  async crashApp(i: number): Promise<void> {
    this.running[i]?.kill();
    await this.running[i]?.exited;
    await this.startApp(i);
  }

  /** SIGTERM, as a new version is rolled out. Gives how long it took to end, and whether it ended by itself. */
  async replaceApp(i: number): Promise<{ seconds: number; byItself: boolean }> {
    const begun = performance.now();
    const code = await this.running[i]?.stop();
    const seconds = (performance.now() - begun) / 1_000;
    await this.startApp(i);
    // Who has to be killed after the time for stopping is over has neither of these codes.
    return { seconds, byItself: code === 0 || code === 143 };
  }

  async restartPostgres(how: 'halt' | 'crash'): Promise<void> {
    await this.postgres[how]();
    await new Promise((done) => setTimeout(done, 1_000));
    await this.postgres.again();
  }

  async close(): Promise<void> {
    for (const app of this.running) await app?.stop();
    await this.postgres.stop();
  }
}

/** What the browser of somebody who has signed in sends along. */
export async function cookieOf({ id }: { id: string }): Promise<string> {
  const session = await openSession(await db().user.findUniqueOrThrow({ where: { id } }), { agent: '', address: '' });
  return `next-auth.session-token=${await encode({ token: { sub: id, session }, secret: process.env.NEXTAUTH_SECRET! })}`;
}
