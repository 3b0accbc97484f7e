import { spawn, spawnSync } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { Writable } from 'node:stream';
import { withClient } from '@/bin/parts/database.mjs';

/**
 * The limit: the same join by Postgres alone, written by its own COPY to nowhere. Nothing is sorted, defused or checked,
 * and what SQL cannot say cheaply (paragraphs, code points) is left out. By psql where there is one.
 */
export async function copyAlone(url: string): Promise<number> {
  const begun = performance.now();
  if (hasPsql) await psql(url);
  else await withClient(url, (client) => pipeline(client.query(copyTo(statement)), nowhere()));
  return (performance.now() - begun) / 1000;
}

export const hasPsql = spawnSync('psql', ['--version']).status === 0;

function psql(url: string): Promise<void> {
  return new Promise((done, fail) => {
    const run = spawn('psql', [url, '-q', '-c', statement], { stdio: ['ignore', 'pipe', 'inherit'] });
    run.stdout.resume();
    run.on('close', (code) => (code === 0 ? done() : fail(new Error(`psql ended with ${code}`))));
  });
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, next) => next() });
}

const attributes = ['speaker', 'office', 'venue', 'audience', 'date', 'language', 'translator', 'source_url'];
const columns = [
  'coding.id, document.id, document.title, code.id, code.name',
  `concat_ws(' > ', parent.name, code.name)`,
  `"user".id, "user".name, quote, memo, coding.created_at, coding.updated_at, finished.at IS NOT NULL`,
  ...['speaker', 'date', 'venue', 'source_url'].map((key) => `attributes->>'${key}'`),
  'document.language',
  `concat_ws(', ', attributes->>'speaker', document.title, attributes->>'date', attributes->>'venue')`,
  'start, "end", sha256, layer, coding.codebook_version',
  ...attributes.map((key) => `attributes->>'${key}'`),
];
const statement = `COPY (SELECT ${columns.join(', ')} FROM coding
  JOIN document ON document.project_id = coding.project_id AND document.id = coding.document_id AND document.deleted_at IS NULL
  JOIN document_text ON document_text.project_id = coding.project_id AND document_text.document_id = coding.document_id
  JOIN code ON code.project_id = coding.project_id AND code.id = coding.code_id AND code.deleted_at IS NULL
  LEFT JOIN code AS parent ON parent.project_id = code.project_id AND parent.id = code.parent_id
  JOIN "user" ON "user".id = coding.coder_id
  LEFT JOIN finished ON finished.project_id = coding.project_id AND finished.document_id = coding.document_id
    AND finished.coder_id = coding.coder_id
  WHERE coding.deleted_at IS NULL) TO STDOUT (FORMAT csv, HEADER)`;
