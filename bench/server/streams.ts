import { randomUUID } from 'node:crypto';
import type { Stage } from '@/bin/soak/stage';
import { judged, measure, percentile } from '../load/measure';
import { throughDoor, type Scene } from './accepting';
import { Ear } from './listening';

const perSecond = 40;
const seconds = 10;

/** What an open stream weighs in a server that has only just begun, with no memory to spare from earlier work. */
export async function weigh(scene: Scene): Promise<void> {
  const before = await memory(scene.stage);
  const ears = await everybodyListens(scene);
  const after = await memory(scene.stage);
  ears.forEach((ear) => ear.close());
  console.log(`${ears.length} open streams`);
  console.log(
    `  memory: ${(before / 1e6).toFixed(0)} MB without, ${(after / 1e6).toFixed(0)} MB with, ${((after - before) / 1e3 / ears.length).toFixed(0)} kB a stream`,
  );
}

/**
 * A class of 200: everybody's stream is open, and 40 codings a second are put on one text. How long a coding takes, and
 * how long until every one of the 200 has it; then 50 coders as fast as they can, with and without the streams.
 */
export async function streams(scene: Scene): Promise<void> {
  const alone = await asFastAsTheyCan(scene);
  const ears = await everybodyListens(scene);
  const { answered, seen } = await paced(scene, ears);
  const [p95, p99, last] = [percentile(answered, 95), percentile(answered, 99), percentile(seen, 95)];
  console.log(`${ears.length} open streams, ${perSecond} codings a second`);
  console.log(
    `  answered: p95 ${p95.toFixed(0)} ms (${judged(p95, { most: 300 })}), p99 ${p99.toFixed(0)} ms (${judged(p99, { most: 1_000 })})`,
  );
  console.log(
    `  sent until the last of ${ears.length} has heard: p50 ${percentile(seen, 50).toFixed(0)} ms, p95 ${last.toFixed(0)} ms (${judged(last, { most: 1_000 })})`,
  );
  const together = await asFastAsTheyCan(scene);
  console.log(
    `  50 as fast as they can: ${together.rate.toFixed(0)}/s, without the streams ${alone.rate.toFixed(0)}/s; ${(together.rate * ears.length).toFixed(0)} events a second`,
  );
  const weight = (await memory(scene.stage)) / 1e6;
  console.log(`  memory afterwards: ${weight.toFixed(0)} MB (${judged(weight, { most: 1_000 })})`);
  ears.forEach((ear) => ear.close());
}

async function everybodyListens(scene: Scene): Promise<Ear[]> {
  const ears: Ear[] = [];
  for (const seat of scene.one.seats) ears.push(await Ear.open(scene, seat));
  return ears;
}

async function asFastAsTheyCan(scene: Scene) {
  return measure(
    50,
    (_, client) => throughDoor(scene, scene.one.seats[client]!),
    (_, ms) => ms > 5_000,
  );
}

async function paced(scene: Scene, ears: Ear[]): Promise<{ answered: number[]; seen: number[] }> {
  const [answered, seen]: [number[], number[]] = [[], []];
  const work: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const seat = scene.one.seats[n % scene.one.seats.length]!;
    work.push(
      (async () => {
        const [id, begun] = [randomUUID(), performance.now()];
        await throughDoor(scene, seat, id);
        answered.push(performance.now() - begun);
        seen.push(Math.max(...(await Promise.all(ears.map((ear) => ear.hears(id))))) - begun);
      })(),
    );
    await new Promise((next) => setTimeout(next, 1_000 / perSecond));
  }
  await Promise.all(work);
  return { answered, seen };
}

/** What the server process holds, in bytes, once it has had a moment to rest. */
async function memory(stage: Stage): Promise<number> {
  await new Promise((rest) => setTimeout(rest, 3_000));
  const headers = { authorization: `Bearer ${process.env.CONCORD_METRICS_TOKEN}` };
  const metrics = await (await fetch(`${stage.addresses()[0]}/metrics`, { headers })).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]);
}
