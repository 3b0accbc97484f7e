import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { endOfTable, format } from './backup.mjs';
import { Fault } from './fault.mjs';

/**
 * Reads a backup from beginning to end and gives {made, migrations, counts}. `onTable(head, rows)` is called for each
 * table and must use up `rows`, an iterable of COPY's text. A file that is no backup, damaged or cut short is a fault;
 * that is known only at the end, so whoever must be sure first reads once without taking anything in.
 */
export async function readBackup(file, onTable = drain) {
  const lines = new Lines(file);
  try {
    const name = await lines.next();
    if (name !== format) throw new Fault(sayWhy(file, name));
    const head = JSON.parse(await lines.next());
    lines.hash = createHash('sha256');
    for (;;) {
      const before = lines.hash.copy().digest('hex');
      const next = JSON.parse(await lines.next());
      if (next.sha256 === undefined) await onTable(next, lines.untilEnd());
      else if (next.sha256 === before) return { ...head, counts: next.counts };
      else throw new Error('the fingerprint does not fit');
    }
  } catch (error) {
    if (error instanceof Fault || error.severity) throw error;
    if (error.code === 'ENOENT') throw new Fault(`There is no file ${file}.`);
    throw new Fault(`${file} is no whole backup of Concord (${error.message}). Nothing was changed; take another one.`);
  } finally {
    lines.close();
  }
}

function sayWhy(file, name) {
  if (name?.startsWith('concord backup ')) return `${file} was made by a newer Concord (“${name}”). Restore it with that version.`;
  return `${file} is no backup made by "npm run backup".`;
}

async function drain(_, rows) {
  for await (const chunk of rows) void chunk;
}

/** A gunzipped file, line by line or table by table; `hash`, once set, takes in all that is read. */
class Lines {
  rest = Buffer.alloc(0);
  hash = null;

  constructor(file) {
    this.source = createReadStream(file);
    this.gunzip = createGunzip();
    this.source.on('error', (error) => this.gunzip.destroy(error));
    this.chunks = this.source.pipe(this.gunzip)[Symbol.asyncIterator]();
  }

  close() {
    this.source.destroy();
    this.gunzip.destroy();
  }

  async next() {
    let at = this.rest.indexOf('\n');
    while (at < 0) {
      await this.more();
      at = this.rest.indexOf('\n');
    }
    return this.take(at + 1).toString('utf8').slice(0, -1);
  }

  // The end of a table may lie across two chunks, so the last few bytes wait for the next one.
  async *untilEnd() {
    const mark = Buffer.from(`\n${endOfTable}`);
    if (await this.startsWith(endOfTable)) return void this.take(endOfTable.length);
    for (;;) {
      const at = this.rest.indexOf(mark);
      if (at >= 0) {
        yield this.take(at + 1);
        return void this.take(endOfTable.length);
      }
      const sure = this.rest.length - mark.length;
      if (sure > 0) yield this.take(sure);
      await this.more();
    }
  }

  async startsWith(text) {
    while (this.rest.length < text.length) await this.more();
    return this.rest.toString('latin1', 0, text.length) === text;
  }

  take(length) {
    const taken = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.hash?.update(taken);
    return taken;
  }

  async more() {
    const { value, done } = await this.chunks.next();
    if (done) throw new Error('it ends too early');
    this.rest = Buffer.concat([this.rest, value]);
  }
}
