import { crc32 } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, it } from 'vitest';
import { isZip, openZip } from './zip-read';

const words = strToU8('words');

/** A zip of one stored file, with the fields of its headers as one likes. */
function crafted(name: string, { attributes = 0, flags = 0, copies = 1 } = {}): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt32LE(crc32(words), 14);
  head.writeUInt32LE(words.length + (flags & 1 ? 12 : 0), 18);
  head.writeUInt32LE(words.length, 22);
  head.writeUInt16LE(name.length, 26);
  const local = Buffer.concat([head, Buffer.from(name), words]);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(3 << 8, 4);
  head.copy(central, 6, 4, 30);
  central.writeUInt32LE(attributes, 38);
  const listing = Buffer.concat(Array(copies).fill(Buffer.concat([central, Buffer.from(name)])));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(copies, 8);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listing, end]);
}

async function readAll(bytes: Uint8Array, limits = {}) {
  const zip = await openZip(bytes, limits);
  for (const name of zip.names) await zip.bytes(name);
  return zip.names;
}

it('reads what it is given, folders left out', async () => {
  expect(isZip(crafted('a.txt'))).toBe(true);
  expect(await readAll(crafted('a.txt'))).toEqual(['a.txt']);
  expect(await readAll(zipSync({ 'b/': new Uint8Array(0), 'b/c.txt': words }))).toEqual(['b/c.txt']);
});

it('refuses names that lead out of the archive, however they are written', async () => {
  for (const name of ['../a.txt', 'a/../../b.txt', '/etc/passwd', 'C:/a.txt', '..\\a.txt']) {
    await expect(readAll(crafted(name))).rejects.toThrow(/leads out of it/);
  }
});

it('refuses links, encryption and one name for two files', async () => {
  await expect(readAll(crafted('a', { attributes: 0o120777 * 65536 }))).rejects.toThrow(/a link/);
  await expect(readAll(crafted('a', { flags: 1 }))).rejects.toThrow(/encrypted/);
  await expect(readAll(crafted('a', { copies: 2 }))).rejects.toThrow(/two files of the name a/);
  await expect(readAll(zipSync({ 'A.txt': words, 'a.TXT': words }))).rejects.toThrow(/two files/);
});

it('stops inflating what unfolds without measure, whatever the archive says of its size', async () => {
  const zeros: Zippable = { a: new Uint8Array(12e6) };
  await expect(readAll(zipSync(zeros))).rejects.toThrow(/inflates to more than 200 times/);
  await expect(readAll(zipSync(zeros), { ratio: 1e6, member: 1e6 })).rejects.toThrow(/far too much/);
  const many: Zippable = { a: [new Uint8Array(1000), { level: 0 }], b: [new Uint8Array(1000), { level: 0 }] };
  await expect(readAll(zipSync(many), { total: 1500 })).rejects.toThrow(/far too much/);
  await expect(readAll(zipSync(many), { entries: 1 })).rejects.toThrow(/more than 1 files/);
  const lying = Buffer.from(zipSync(zeros));
  lying.writeUInt32LE(5, lying.lastIndexOf('PK\x01\x02') + 24);
  await expect(readAll(lying, { ratio: 1e6 })).rejects.toThrow(/damaged/);
});

it('notices a changed byte by the check sum', async () => {
  const bytes = crafted('a.txt');
  bytes[36] = 0x57;
  await expect(readAll(bytes)).rejects.toThrow(/check sum of a\.txt/);
  await expect(readAll(strToU8('PK\x03\x04 and no more'))).rejects.toThrow(/damaged/);
});
