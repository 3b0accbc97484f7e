import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import { sides, type Pair } from '@/lib/documents';
import { crossing } from '@/lib/documents/pairs';
import { Refusal } from '@/lib/errors';
import { checkQuote, checkTiling } from '@/lib/text';
import type { Archive } from './archive';
import * as shape from './archive-file';
import { decoded } from './decoded';
import { memoryArchive, type Contents, type WholeDocument } from './memory-archive';
import { openZip, type ZipFiles } from './zip-read';

/**
 * Reads what `writeArchive` wrote. Whole or not at all: every list fits its schema, every text its fingerprint, every
 * quote its place, and whatever is named is there; else a refusal names the file, the place and the fault.
 */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes);
  const { project } = await readAbout(zip);
  const { archiveFile } = shape;
  const contents: Contents = {
    project,
    members: await list(zip, archiveFile.members, shape.membersSchema),
    coderAttributes: await list(zip, archiveFile.coderAttributes, shape.coderAttributesSchema),
    attributes: await list(zip, archiveFile.attributes, shape.attributesSchema),
    documents: await documentsOf(zip),
    pairs: await pairsOf(zip),
    codes: await list(zip, archiveFile.codes, shape.codesSchema),
    finished: await list(zip, archiveFile.finished, shape.finishedSchema),
    rounds: await list(zip, archiveFile.rounds, shape.roundsSchema),
    codings: await codingsOf(zip),
  };
  checkWhole(contents);
  return memoryArchive(contents);
}

/** True for a zip that says of itself that it is an archive of Concord. */
export function isArchive(zip: ZipFiles): boolean {
  return zip.names.includes(shape.archiveFile.about);
}

async function readAbout(zip: ZipFiles) {
  if (!isArchive(zip)) {
    throw new Refusal('unreadable', 'This ZIP file is not an archive of Concord: it holds no concord.json.');
  }
  const about = parsed(await text(zip, shape.archiveFile.about), shape.aboutSchema, shape.archiveFile.about);
  if (about.version <= shape.archiveVersion) return about;
  throw new Refusal('unreadable', 'This archive was written by a newer Concord. Update this one and read it again.');
}

async function documentsOf(zip: ZipFiles): Promise<WholeDocument[]> {
  const summaries = await list(zip, shape.archiveFile.documents, shape.documentsSchema);
  const documents: WholeDocument[] = [];
  for (const [index, summary] of summaries.entries()) {
    const words = await text(zip, shape.archiveFile.text(index));
    const blocks = await list(zip, shape.archiveFile.blocks(index), shape.blocksSchema);
    const print = createHash('sha256').update(words, 'utf8').digest('hex');
    if (print !== summary.sha256 || words.length !== summary.length) {
      refuse(shape.archiveFile.text(index), `the text of “${summary.title}” is not the one that was written`);
    }
    const gap = checkTiling(words, blocks);
    if (gap) refuse(shape.archiveFile.blocks(index), gap);
    documents.push({ ...summary, text: words, blocks });
  }
  return documents;
}

/** Archives of the time before pairs have no such file. */
async function pairsOf(zip: ZipFiles): Promise<Pair[]> {
  const { pairs } = shape.archiveFile;
  return zip.names.includes(pairs) ? list(zip, pairs, shape.pairsSchema) : [];
}

async function codingsOf(zip: ZipFiles): Promise<Coding[]> {
  const name = shape.archiveFile.codings;
  const bytes = await file(zip, name);
  const codings: Coding[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end);
    at += line.length + 1;
    codings.push(parsed(decoded(line, name), shape.codingSchema, `${name}, line ${codings.length + 1}`));
  }
  return codings;
}

function checkWhole({ members, documents, pairs, codes, finished, rounds, codings, attributes }: Contents): void {
  const known = {
    member: uniqueIds(shape.archiveFile.members, members),
    document: uniqueIds(shape.archiveFile.documents, documents),
    code: uniqueIds(shape.archiveFile.codes, codes),
  };
  uniqueIds(shape.archiveFile.attributes, attributes);
  uniqueIds(shape.archiveFile.pairs, pairs);
  uniqueIds(shape.archiveFile.finished, finished);
  uniqueIds(shape.archiveFile.rounds, rounds);
  uniqueIds(shape.archiveFile.codings, codings);
  const need = (kind: keyof typeof known, id: string, where: string) => {
    if (!known[kind].has(id)) refuse(where, `it names the ${kind} ${id}, which the archive does not hold`);
  };
  for (const { coderId, documentId } of finished) {
    need('member', coderId, shape.archiveFile.finished);
    need('document', documentId, shape.archiveFile.finished);
  }
  checkPairs(pairs, documents);
  checkTree(codes);
  const texts = new Map(documents.map(({ id, text: words }) => [id, words]));
  for (const [index, coding] of codings.entries()) {
    const where = `${shape.archiveFile.codings}, line ${index + 1}`;
    need('member', coding.coderId, where);
    need('document', coding.documentId, where);
    need('code', coding.codeId, where);
    const fault = checkQuote(texts.get(coding.documentId)!, coding, coding.quote);
    if (fault) refuse(where, fault);
  }
}

/** Each document stands in one pair at most, and anchors name blocks that there are, in one order. */
function checkPairs(pairs: readonly Pair[], documents: readonly WholeDocument[]): void {
  const where = shape.archiveFile.pairs;
  const free = new Map(documents.map(({ id, blocks }) => [id, blocks.length]));
  for (const { originalId, translationId, anchors } of pairs) {
    const counts = { original: free.get(originalId), translation: free.get(translationId) };
    for (const id of [originalId, translationId]) {
      if (!free.delete(id))
        refuse(where, `it names the document ${id}, which the archive does not hold or another pair has`);
    }
    const beyond = anchors.some((anchor) => sides.some((side) => anchor[side] >= counts[side]!));
    if (beyond) refuse(where, 'it puts together blocks that the texts do not have');
    if (crossing(anchors)) refuse(where, 'it puts blocks together against the order of the texts');
  }
}

/** Parents may be deleted codes, which an archive leaves out; but nobody is their own ancestor. */
function checkTree(codes: readonly Code[]): void {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const sound = new Set<string>();
  for (const { id, name } of codes) {
    const above = new Set<string>();
    for (let at: string | null | undefined = id; at && !sound.has(at); at = parents.get(at)) {
      if (above.has(at)) refuse(shape.archiveFile.codes, `the code “${name}” stands below itself`);
      above.add(at);
    }
    for (const each of above) sound.add(each);
  }
}

function uniqueIds(where: string, items: readonly { id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) refuse(where, `the id ${id} occurs twice`);
    ids.add(id);
  }
  return ids;
}

async function list<T>(zip: ZipFiles, name: string, schema: z.ZodType<T>): Promise<T> {
  return parsed(await text(zip, name), schema, name);
}

async function text(zip: ZipFiles, name: string): Promise<string> {
  return decoded(await file(zip, name), name);
}

async function file(zip: ZipFiles, name: string): Promise<Uint8Array> {
  if (!zip.names.includes(name)) refuse(name, 'the file is missing');
  return zip.bytes(name);
}

function parsed<T>(words: string, schema: z.ZodType<T>, where: string): T {
  const read = schema.safeParse(json(words, where));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  refuse(where, [path.join('.'), message].filter(Boolean).join(': '));
}

function json(words: string, where: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    refuse(where, 'it is not JSON');
  }
}

function refuse(where: string, fault: string): never {
  throw new Refusal('unreadable', `This archive cannot be read. In ${where}: ${fault.replace(/\.$/, '')}.`);
}
