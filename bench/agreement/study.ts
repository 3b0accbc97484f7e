import type { Client } from 'pg';
import { packUnits } from '@/lib/text';

/** The measured study: everybody finished everything, and what they marked is drawn at random, the worst there can be. */
export const size = { documents: 500, coders: 20, codes: 40, codings: 200_000, sentences: 300 };

const sentence = `${'abcdefghi '.repeat(8)}abcdefgh. `;
const text = sentence.repeat(size.sentences);

/** Fills an empty, migrated database with that study; returns the project and its owner. */
export async function fillStudy(client: Client): Promise<{ projectId: string; viewerId: string }> {
  const [sentences, words, paragraphs] = [units(sentence.length), units(10), units(text.length)].map((each) =>
    Buffer.from(packUnits(each)),
  );
  for (const statement of people) await client.query(statement);
  await client.query(
    `INSERT INTO document_text (project_id, document_id, text, sha256, length, blocks, segmenter, words, sentences, paragraphs)
      SELECT project_id, id, $1::text, encode(sha256(convert_to($1::text, 'UTF8')), 'hex'), length($1::text), '[]', 'bench', $2, $3, $4 FROM document`,
    [text, words, sentences, paragraphs],
  );
  for (const statement of marks) await client.query(statement);
  await client.query('VACUUM ANALYZE');
  return { projectId: uuid('b', 0), viewerId: uuid('a', 1) };
}

/** Stretches of equal length, each without the white space at its end. */
function units(length: number): Int32Array {
  return Int32Array.from(
    { length: (text.length / length) * 2 },
    (_, edge) => Math.floor(edge / 2) * length + (edge % 2) * (length - 1),
  );
}

function uuid(kind: string, n: number): string {
  return `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

const id = (kind: string, n: string) => `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const project = id('b', '0');
const people = [
  `INSERT INTO project (id, title) VALUES (${project}, 'A large study')`,
  `INSERT INTO "user" (id, email, name, password_hash)
    SELECT ${id('a', 'n')}, 'coder-' || n || '@example.org', 'Coder ' || n, '-' FROM generate_series(1, ${size.coders}) n`,
  `INSERT INTO member (project_id, user_id, role, shade)
    SELECT ${project}, id, 'owner', row_number() OVER (ORDER BY id) FROM "user"`,
  `INSERT INTO code (project_id, id, position, name, color, version, created_at)
    SELECT ${project}, ${id('c', 'n')}, n, 'Code ' || n, '#1c7ed6', 1, '2020-01-01' FROM generate_series(1, ${size.codes}) n`,
  `INSERT INTO document (project_id, id, title, language, direction, attributes, created_by)
    SELECT ${project}, ${id('d', 'n')}, 'Statement ' || n, 'en', 'ltr', '{}', ${id('a', '1')} FROM generate_series(1, ${size.documents}) n`,
];
const marks = [
  'SELECT setseed(0.42)',
  `INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, codebook_version)
    SELECT ${project}, gen_random_uuid(), ${id('d', `1 + n % ${size.documents}`)}, ${id('c', `1 + floor(power(random(), 2) * ${size.codes})::int`)},
      ${id('a', `1 + floor(random() * ${size.coders})::int`)}, 'coder', at, at + 20 + floor(random() * 150)::int, '-', 1
    FROM generate_series(0, ${size.codings - 1}) n, LATERAL (SELECT n * 0 + floor(random() * ${text.length - 200})::int AS at) place
    ON CONFLICT DO NOTHING`,
  `INSERT INTO finished (project_id, document_id, coder_id, codebook_version)
    SELECT ${project}, document.id, "user".id, 1 FROM document, "user"`,
];
