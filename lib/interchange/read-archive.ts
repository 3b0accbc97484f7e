import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Coding } from '@/lib/codings';
import { Refusal } from '@/lib/errors';
import type { Round } from '@/lib/rounds';
import { checkTiling } from '@/lib/text';
import type { Archive } from './archive';
import * as shape from './archive-file';
import { checkWhole } from './check-whole';
import { byClosing, type Closing } from './closing';
import { decoded } from './decoded';
import { memoryArchive, type Contents, type WholeDocument } from './memory-archive';
import { refuse } from './unreadable';
import { openZip, type ZipFiles } from './zip-read';

/**
 * Reads what `writeArchive` wrote. Whole or not at all: every list fits its schema, every text its fingerprint, every
 * quote its place, and whatever is named is there; else a refusal names the file, the place and the fault.
 */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes);
  const about = await readAbout(zip);
  const { archiveFile } = shape;
  const rounds = await list(zip, archiveFile.rounds, shape.roundsSchema);
  const lists = {
    project: about.project,
    members: await list(zip, archiveFile.members, shape.membersSchema),
    coderAttributes: await list(zip, archiveFile.coderAttributes, shape.coderAttributesSchema),
    attributes: await list(zip, archiveFile.attributes, shape.attributesSchema),
    documents: await documentsOf(zip),
    pairs: await listIfThere(zip, archiveFile.pairs, shape.pairsSchema),
    codes: await list(zip, archiveFile.codes, shape.codesSchema),
    finished: await list(zip, archiveFile.finished, shape.finishedSchema),
    rounds,
    settlements: await listIfThere(zip, archiveFile.settlements, shape.settlementsSchema),
    comments: await listIfThere(zip, archiveFile.comments, shape.commentsSchema),
    codings: await codingsOf(zip, archiveFile.codings),
    closings: await closingsOf(zip, rounds),
  };
  const contents: Contents = { ...lists, codebookVersion: about.codebookVersion ?? newestVersion(lists) };
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

/**
 * How things stood when each round closed. Archives of version 1 do not say, nor does one of chosen codings alone, nor of
 * a round whose file is missing for another reason: what else they hold can be read all the same.
 */
async function closingsOf(zip: ZipFiles, rounds: readonly Round[]): Promise<Closing[]> {
  const closings: Closing[] = [];
  for (const { id } of byClosing(rounds)) {
    const index = rounds.findIndex((round) => round.id === id);
    const name = shape.archiveFile.closing(index);
    if (!zip.names.includes(name)) continue;
    const codings = await codingsOf(zip, shape.archiveFile.closingCodings(index));
    closings.push({ roundId: id, ...(await list(zip, name, shape.closingSchema)), codings });
  }
  return closings;
}

async function codingsOf(zip: ZipFiles, name: string): Promise<Coding[]> {
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

type Versioned = { version: number } | { codebookVersion: number };

/** The newest version of the codebook that anything is under, where an archive does not say which the codebook has. */
function newestVersion({
  codes,
  codings,
  finished,
  rounds,
}: Record<'codes' | 'codings' | 'finished' | 'rounds', readonly Versioned[]>): number {
  const all = [codes, codings, finished, rounds]
    .flat()
    .map((each) => ('version' in each ? each.version : each.codebookVersion));
  return all.reduce((newest, version) => Math.max(newest, version), 1);
}

/** A list that archives of earlier versions do not have. */
async function listIfThere<T>(zip: ZipFiles, name: string, schema: z.ZodType<T[]>): Promise<T[]> {
  return zip.names.includes(name) ? list(zip, name, schema) : [];
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
