import { randomBytes } from 'node:crypto';
import { startApp } from '@/bin/parts/app.mjs';
import { beside, withClient } from '@/bin/parts/database.mjs';
import { freePort } from '@/bin/parts/free-port.mjs';
import { durable, temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';
import { templateDatabase } from '@/bin/parts/template-database.mjs';

type App = Awaited<ReturnType<typeof startApp>>;

/**
 * Two application processes on one Postgres that forces its commits to disk, and every way to hurt them. The servers
 * of this process's own stores are the same database.
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

  static async open(): Promise<Stage> {
    const postgres = await temporaryPostgres(durable);
    const admin = postgres.url('postgres');
    const template = await templateDatabase(admin);
    await withClient(admin, (client) => client.query(`create database soak template ${template}`));
    const stage = new Stage(postgres, [await freePort(), await freePort()]);
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
