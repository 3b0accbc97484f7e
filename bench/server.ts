import { Pool } from 'pg';
import { randomBytes } from 'node:crypto';
import { buildIfStale } from '@/bin/parts/build.mjs';
import { Stage } from '@/bin/soak/stage';
import { db } from '@/lib/db';
import { accepting } from './server/accepting';
import { live } from './server/live';
import { classOf } from './server/seats';
import { streams, weigh } from './server/streams';

/**
 * The production server over HTTP, with a Postgres that forces its commits to disk, on this machine. Clients and server
 * share its processors, as they do in each yardstick: so it is the ratios that count.
 */
await buildIfStale();
process.env.CONCORD_METRICS_TOKEN = randomBytes(16).toString('hex');
const stage = await Stage.open(1);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', () => {}); // The server may stop before the pool has let go.
try {
  const one = await classOf(200, 20_000);
  await weigh({ stage, one });
  await accepting({ stage, one }, pool);
  await live({ stage, one });
  await streams({ stage, one });
} finally {
  await pool.end();
  await db().$disconnect();
  await stage.close();
}
process.exit();
