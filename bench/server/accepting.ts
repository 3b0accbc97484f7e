import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Stage } from '@/bin/soak/stage';
import { judged, measure, median, type Load } from '../load/measure';
import { ask, nextCoding, type Class, type Seat } from './seats';

const crowds = [1, 10, 50];
const turns = 3;
const turnMs = 3_000;

export type Scene = { stage: Stage; one: Class };

/**
 * Codings accepted by the whole server against the same rows, number, log entry and wake-up sent straight through
 * node-postgres, and against a route of the framework that does nothing. All take turns on one database; medians.
 */
export async function accepting({ stage, one }: Scene, pool: Pool): Promise<void> {
  const ways = {
    straight: (seat: Seat) => straight(pool, one, seat),
    empty: (seat: Seat) => ask(stage, seat, { method: 'GET', path: '/healthz' }),
    door: (seat: Seat) => throughDoor({ stage, one }, seat),
  };
  console.log('Codings accepted a second (p99)');
  for (const clients of crowds) {
    const found: Record<keyof typeof ways, Load[]> = { straight: [], empty: [], door: [] };
    for (let turn = 0; turn <= turns; turn++) {
      for (const way of ['straight', 'empty', 'door'] as const) {
        const load = await measure(
          clients,
          (_, client) => ways[way](one.seats[client]!),
          (_, ms) => ms > (turn === 0 ? turnMs / 3 : turnMs),
        );
        // The first turn only warms up.
        if (turn > 0) found[way].push(load);
      }
    }
    tell(clients, found);
  }
}

function tell(clients: number, found: Record<'straight' | 'empty' | 'door', Load[]>): void {
  const [straight, empty, door] = [found.straight, found.empty, found.door].map((loads) => ({
    rate: median(loads.map(({ rate }) => rate)),
    p99: median(loads.map(({ p99 }) => p99)),
  })) as [Load, Load, Load];
  const said = ({ rate, p99 }: Load) => `${rate.toFixed(0).padStart(6)}/s (${p99.toFixed(0)} ms)`;
  console.log(`  ${String(clients).padStart(2)} at once: the same transaction through node-postgres ${said(straight)}`);
  console.log(`              an empty route                               ${said(empty)}`);
  console.log(`              the door                                     ${said(door)}`);
  const [rate, tail] = [door.rate / empty.rate, door.p99 / empty.p99];
  const bound = clients > 1;
  console.log(
    `              = ${(door.rate / straight.rate).toFixed(2)} x node-postgres, ${rate.toFixed(2)} x the empty route` +
      `${bound ? ` (${judged(rate, { least: 0.6 })})` : ''}, p99 ${tail.toFixed(1)} x${bound ? ` (${judged(tail, { most: 2 })})` : ''}`,
  );
}

/** One coding of this person's by the door of the server; the change has the id that is given. */
export async function throughDoor({ stage, one }: Scene, seat: Seat, id: string = randomUUID()): Promise<void> {
  const body = [{ id, kind: 'coding.add', body: nextCoding(one, seat, randomUUID()) }];
  const path = `/api/projects/${one.owner.projectId}/changes`;
  const answer = await ask(stage, seat, { method: 'POST', path, body });
  if (answer.includes('"refused"')) throw new Error(answer);
}

/** Row, number, log entry and wake-up, as the door writes them, without a question asked before. */
function straight(pool: Pool, one: Class, seat: Seat): Promise<unknown> {
  const { id, documentId, codeId, start, end, quote } = nextCoding(one, seat, randomUUID());
  const { projectId, userId } = seat.by;
  const body = { ...{ id, documentId, codeId, start, end, quote, memo: '' }, coderId: userId, layer: 'coder' };
  const values = [projectId, id, documentId, codeId, userId, start, end, quote, randomUUID(), JSON.stringify(body)];
  return pool.query({ name: 'straight', text: statement, values });
}

const statement = `
  WITH numbered AS (UPDATE project SET seq = seq + 1 WHERE id = $1 RETURNING seq, codebook_version),
  made AS (
    INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, codebook_version)
    SELECT $1, $2, $3, $4, $5, 'coder', $6, $7, $8, codebook_version FROM numbered
    RETURNING codebook_version, created_at),
  written AS (
    INSERT INTO change (project_id, seq, id, actor_id, kind, body, document_id, coder_id)
    SELECT $1, seq, $9, $5, 'coding.add', jsonb_build_object('coding', $10::jsonb || jsonb_build_object('codebookVersion',
      made.codebook_version, 'createdAt', iso(created_at), 'updatedAt', iso(created_at))), $3, $5 FROM numbered, made
    RETURNING project_id, seq)
  SELECT seq, pg_notify('change', project_id::text) FROM written`;
