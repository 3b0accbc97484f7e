import type { Client } from 'pg';

/** How large the measured project is. Every tenth document has emoji, so that both rulers have work to do. */
export const size = { documents: 500, coders: 20, codes: 400, codings: 1_000_000, textLength: 40_000 };

/** Fills an empty, migrated database with one project of that size; returns the project and its owner. */
export async function fillMillion(client: Client): Promise<{ projectId: string; viewerId: string }> {
  for (const statement of statements) await client.query(statement);
  await client.query('VACUUM ANALYZE');
  return { projectId: uuid('b', 0), viewerId: uuid('a', 1) };
}

/** A readable id of a kind; `id` makes the same ones in the database. */
function uuid(kind: string, n: number): string {
  return `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Everybody who coded; each has the same share of the codings. */
export const coderIds = Array.from({ length: size.coders }, (_, n) => uuid('a', n + 1));

const id = (kind: string, n: string) => `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const project = id('b', '0');
/** Both kinds of paragraph are 400 UTF-16 units long; one begins with an emoji. Passages lie in what they share. */
const shared = 'The Minister stated, “without ""conditions""”, that stability in the Gulf serves every party. '
  .replaceAll('""', '"')
  .repeat(5)
  .slice(0, 398);

const statements = [
  `INSERT INTO project (id, title) VALUES (${project}, 'A million codings')`,
  `INSERT INTO "user" (id, email, name, password_hash)
    SELECT ${id('a', 'n')}, 'coder-' || n || '@example.org', 'Coder ' || n, '-' FROM generate_series(1, ${size.coders}) n`,
  `INSERT INTO member (project_id, user_id, role, shade)
    SELECT ${project}, id, 'owner', row_number() OVER (ORDER BY id) FROM "user"`,
  `INSERT INTO attribute (project_id, id, key, name, type, position)
    SELECT ${project}, ${id('e', 'n')}, key, key, 'text', n
    FROM unnest('{speaker,office,venue,audience,date,language,translator,source_url}'::text[]) WITH ORDINALITY a (key, n)`,
  `INSERT INTO document (project_id, id, title, language, direction, attributes, created_by)
    SELECT ${project}, ${id('d', 'n')}, 'Statement no. ' || n || ', on the talks', 'en', 'ltr',
      jsonb_build_object('speaker', 'Speaker ' || n % 30, 'office', 'Ministry of Foreign Affairs', 'venue', 'Weekly briefing',
        'date', (date '2022-02-24' + n)::text, 'language', 'en', 'source_url', 'https://example.org/' || n), ${id('a', '1')}
    FROM generate_series(1, ${size.documents}) n`,
  `INSERT INTO document_text (project_id, document_id, text, sha256, length, blocks, segmenter, words, sentences, paragraphs)
    SELECT ${project}, id, text, encode(sha256(text::bytea), 'hex'), ${size.textLength},
      (SELECT jsonb_agg(jsonb_build_object('kind', 'paragraph', 'start', at, 'end', at + 400))
        FROM generate_series(0, ${size.textLength} - 400, 400) at), 'none', '', '', ''
    FROM document, LATERAL (SELECT repeat(
      CASE WHEN right(id::text, 1) = '0' THEN '😀' ELSE '— ' END || '${shared}', ${size.textLength / 400}) AS text)`,
  `INSERT INTO code (project_id, id, parent_id, position, name, color, version)
    SELECT ${project}, ${id('c', 'n')}, CASE WHEN n > 40 THEN ${id('c', 'n / 10')} END, n, 'Code number ' || n, '#1c7ed6', 1
    FROM generate_series(1, ${size.codes}) n`,
  `INSERT INTO coding (project_id, id, document_id, code_id, coder_id, layer, start, "end", quote, memo, codebook_version)
    SELECT ${project}, gen_random_uuid(), ${id('d', `1 + n % ${size.documents}`)}, ${id('c', `1 + n / 7 % ${size.codes}`)},
      ${id('a', `1 + n / 3 % ${size.coders}`)}, 'coder', at, at + length(quote), quote,
      CASE WHEN n % 20 = 0 THEN 'A memo on this.' ELSE '' END, 1
    FROM generate_series(0, ${size.codings - 1}) n,
      LATERAL (SELECT n / ${size.documents} AS nth, 60 + n % 40 AS wide),
      LATERAL (SELECT nth / 100 * 12 AS inside),
      LATERAL (SELECT 400 * (nth % 100) + 2 + inside AS at, substr('${shared}', inside + 1, wide) AS quote)`,
  `INSERT INTO finished (project_id, document_id, coder_id, codebook_version)
    SELECT ${project}, document.id, "user".id, 1 FROM document, "user" WHERE right(document.id::text, 1) < '7'`,
  `INSERT INTO round (project_id, id, title, codebook_version, opened_by, closed_at)
    SELECT ${project}, ${id('f', 'n')}, 'Round ' || n, 1, ${id('a', '1')}, now() FROM generate_series(1, 2) n`,
  `INSERT INTO round_document (project_id, round_id, document_id, open)
    SELECT ${project}, ${id('f', '1 + shade % 2')}, document.id, false FROM document, generate_series(0, 1) shade
    WHERE right(document.id::text, 1) < '5'`,
  `INSERT INTO assignment (project_id, round_id, document_id, coder_id)
    SELECT project_id, round_id, document_id, "user".id FROM round_document, "user"`,
];
