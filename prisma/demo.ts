import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Membership } from '@/lib/projects/store';
import type { SampleCode } from '@/samples/codebook';
import { study } from '@/samples/study';
import { change, code, coding, document, joined, person, project } from './builders';
import { codebook } from '@/samples/codebook';

/** The demo study as it stands in the database: ids by the sample's keys. */
export type Demo = { projectId: string; people: Map<string, Membership>; documents: Map<string, string>; codes: Map<string, string> };

/** Builds the demo study of samples/ through the same doors that people use. */
export async function buildDemo(password: string): Promise<Demo> {
  const people = await buildPeople(password);
  const owner = [...people.values()].find((member) => member.role === 'owner')!;
  for (const [position, { key, name, type, options = [] }] of study.attributes.entries()) {
    await change(owner, 'attribute.set', { id: randomUUID(), key, name, type, options: [...options], position });
  }
  const codes = new Map<string, string>();
  await buildCodes(owner, { siblings: codebook, parentId: null, codes });
  const { documents, texts } = await buildDocuments(owner);
  for (const { statement, analyst, code: key, quote, memo } of study.codings) {
    const place = { documentId: documents.get(statement)!, codeId: codes.get(key)!, text: texts.get(statement)! };
    await coding(people.get(analyst)!, { ...place, quote, memo });
  }
  for (const { statement, analyst } of study.finished) {
    await change(people.get(analyst)!, 'finished.set', { documentId: documents.get(statement)!, finished: true });
  }
  await buildRounds(owner, { people, documents });
  return { projectId: owner.projectId, people, documents, codes };
}

/** Rounds that are over: each is closed with what was coded and finished. */
async function buildRounds(owner: Membership, { people, documents }: Pick<Demo, 'people' | 'documents'>): Promise<void> {
  const coderIds = [...people.values()].map(({ userId }) => userId);
  for (const { title, statements } of study.rounds) {
    const id = randomUUID();
    await change(owner, 'round.open', { id, title, documentIds: statements.map((key) => documents.get(key)!), coderIds });
    await change(owner, 'round.close', { id, reason: 'Coded and discussed.' });
  }
}

async function buildPeople(password: string): Promise<Map<string, Membership>> {
  const accounts = new Map<string, Awaited<ReturnType<typeof person>>>();
  for (const { key, name, email } of study.analysts) accounts.set(key, await person({ name, email, password }));
  const first = study.analysts.find(({ role }) => role === 'owner')!;
  const owner = await project(accounts.get(first.key)!, study.title, study.description);
  const people = new Map([[first.key, owner]]);
  for (const { key, role } of study.analysts) {
    if (key !== first.key) people.set(key, await joined(owner, accounts.get(key)!, role));
  }
  for (const [position, attribute] of study.coderAttributes.entries()) await change(owner, 'coder-attribute.set', { id: randomUUID(), position, ...attribute });
  for (const { key, attributes } of study.analysts) await change(owner, 'member.describe', { userId: people.get(key)!.userId, set: attributes });
  return people;
}

type Branch = { siblings: readonly SampleCode[]; parentId: string | null; codes: Map<string, string> };

async function buildCodes(owner: Membership, { siblings, parentId, codes }: Branch): Promise<void> {
  for (const { key, children = [], examples, ...fields } of siblings) {
    const shown = examples.map(({ text, note = '', counter = false }) => ({ text, note, counter }));
    const id = await code(owner, { ...fields, examples: shown, parentId });
    codes.set(key, id);
    await buildCodes(owner, { siblings: children, parentId: id, codes });
  }
}

async function buildDocuments(owner: Membership) {
  const documents = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { key, file, title, attributes, format } of study.statements) {
    const text = await readFile(join(process.cwd(), 'samples', 'statements', file.replace(/^statements\//, '')), 'utf8');
    texts.set(key, text);
    documents.set(key, await document(owner, { title, text, format, attributes, language: attributes.language }));
  }
  return { documents, texts };
}
