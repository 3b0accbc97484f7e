import { beside, withClient } from '@/bin/parts/database.mjs';
import { durable, temporaryPostgres } from '@/bin/parts/postgres-temporary.mjs';
import { templateDatabase } from '@/bin/parts/template-database.mjs';
import { db } from '@/lib/db';
import { changesBefore, type LogEyes, type LogFilter } from '@/lib/log/history/store';
import { code, document, joined, person, project } from '@/prisma/builders';

/**
 * A page of the history out of a log of 1,000,000 entries, whatever is asked for: the first page and one from the middle
 * of the log. Target: 100 ms for each but the two worst cases, 1 s for those. `npm run bench -- history [entries]`
 */
const entries = Number(process.argv[2] ?? 1_000_000);
const limit = 61;
const server = await temporaryPostgres(durable);
const admin = server.url('postgres');
const template = await templateDatabase(admin);
await withClient(admin, (client) => client.query(`create database bench template ${template}`));
process.env.DATABASE_URL = beside(admin, 'bench');

const owner = await project(await person());
const coders = [await joined(owner, await person(), 'coder'), await joined(owner, await person(), 'coder')];
const documents = [await document(owner, { text: 'A text.' }), await document(owner, { text: 'Another text.' })];
const codes = [await code(owner, { name: 'Common' }), await code(owner, { name: 'Rare' })];

/** Codings of two coders in two documents, one code in a thousand the rare one, an entry each ten seconds. */
async function fill(): Promise<void> {
  const place = `(ARRAY['${documents.join("','")}'])[1 + n % 2]`;
  await withClient(process.env.DATABASE_URL!, async (client) => {
    await client.query(`INSERT INTO change (project_id, seq, id, actor_id, kind, body, document_id, coder_id, at)
      SELECT '${owner.projectId}', 100 + n, gen_random_uuid(), coder::uuid, CASE n % 10 WHEN 0 THEN 'coding.edit' ELSE 'coding.add' END,
        jsonb_build_object('coding', jsonb_build_object('id', gen_random_uuid(), 'documentId', ${place}, 'coderId', coder, 'quote', 'A text.',
          'codeId', CASE n % 1000 WHEN 0 THEN '${codes[1]}' ELSE '${codes[0]}' END)), ${place}::uuid, coder::uuid, now() + n * interval '10 seconds'
      FROM generate_series(1, ${entries}) AS n, LATERAL (SELECT (ARRAY['${coders.map(({ userId }) => userId).join("','")}'])[1 + n / 2 % 2] AS coder) AS by`);
    await client.query('ANALYZE');
  });
}

const [ann, ben] = coders.map(({ userId }) => userId);
const open: LogEyes = { viewerId: owner.userId, sealedDocuments: [], open: [] };
const middle = new Date(Date.now() + entries * 5_000);
const asked: Record<string, { filter: LogFilter; eyes?: LogEyes; most?: number }> = {
  everything: { filter: {} },
  'one person': { filter: { actorId: ann } },
  'a rare kind': { filter: { kind: 'code.add' } },
  'a common kind': { filter: { kind: 'coding.edit' } },
  'one document': { filter: { about: [documents[0]!] } },
  'a common code': { filter: { about: [codes[0]!] } },
  'a rare code': { filter: { about: [codes[1]!] } },
  'a rare code in one document': { filter: { about: [documents[0]!, codes[1]!] } },
  'one day in the middle': {
    filter: { from: middle.toISOString(), until: new Date(+middle + 86_400_000).toISOString() },
  },
  'one person, a document, a day': {
    filter: {
      actorId: ben,
      about: [documents[1]!],
      from: middle.toISOString(),
      until: new Date(+middle + 86_400_000).toISOString(),
    },
  },
  'all sealed': { filter: {}, eyes: { ...open, sealedDocuments: documents }, most: 1_000 },
  'a person who did nothing of a common kind': { filter: { actorId: owner.userId, kind: 'coding.add' }, most: 1_000 },
};

console.log(`A page of the history of ${entries.toLocaleString('en')} entries:`);
await fill();
for (const [name, { filter, eyes = open, most = 100 }] of Object.entries(asked)) {
  const times: number[] = [];
  for (const before of [null, BigInt(Math.round(entries / 2)), null]) {
    const begun = performance.now();
    await changesBefore({ projectId: owner.projectId, before, limit }, eyes, filter);
    times.push(performance.now() - begun);
  }
  const worst = Math.max(...times);
  console.log(
    `  ${name.padEnd(44)} ${worst.toFixed(0).padStart(5)} ms   ${worst <= most ? 'within' : 'OVER'} ${most} ms`,
  );
}
await db().$disconnect();
await server.stop();
