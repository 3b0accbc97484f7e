import { strToU8, zipSync, unzipSync, type Zippable } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Closing } from './closing';
import { gathered, memoryArchive, type Contents } from './memory-archive';
import { readArchive } from './read-archive';
import { anyContents } from './testing/any-contents';
import { wholeFile } from './testing/whole-file';
import { writeArchive } from './write-archive';

it('gives back exactly the project that was written, whatever its words', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents(), async (contents) => {
      const archive = memoryArchive(contents);
      const file = await wholeFile(writeArchive(archive));
      const back = await readArchive(file);
      expect(await gathered(back)).toEqual(await gathered(archive));
      expect(await back.uses()).toEqual(await archive.uses());
      expect(Buffer.compare(await wholeFile(writeArchive(archive)), file)).toBe(0);
    }),
    { numRuns: 12 },
  );
}, 30_000);

describe('an archive that is not as it was written', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    const wanted = (contents: Contents) => contents.codings.length > 1 && contents.finished.length > 0;
    const [contents] = fc.sample(anyContents().filter(wanted), { numRuns: 1, seed: 7 });
    files = unzipSync(await wholeFile(writeArchive(memoryArchive(contents!))));
  });

  const changed = (change: (files: Zippable) => void) => {
    const copy: Zippable = { ...files };
    change(copy);
    return readArchive(zipSync(copy));
  };
  const edited = (name: string, edit: (text: string) => string) =>
    changed((copy) => (copy[name] = strToU8(edit(Buffer.from(files[name]!).toString()))));

  it('is refused in words that name the file and the fault', async () => {
    await expect(edited('texts/1.txt', (text) => `${text}!`)).rejects.toThrow(/texts\/1\.txt.*not the one/);
    await expect(edited('codings.jsonl', (text) => text.replace(/"start":\d+/, '"start":-1'))).rejects.toThrow(
      /codings\.jsonl, line 1: start/,
    );
    await expect(edited('codings.jsonl', (text) => text.replace(/"quote":"/, '"quote":"not '))).rejects.toThrow(
      /line 1: .*the text reads/,
    );
    await expect(edited('codings.jsonl', (text) => text + text)).rejects.toThrow(/occurs twice/);
    await expect(edited('codes.json', () => '[]')).rejects.toThrow(/names the code .* does not hold/);
    await expect(edited('members.json', () => '[{"id":"a"}]')).rejects.toThrow(/members\.json: 0\./);
    await expect(edited('rounds.json', () => '{')).rejects.toThrow(/rounds\.json: it is not JSON/);
    await expect(edited('concord.json', (text) => text.replace('"version": 2', '"version": 3'))).rejects.toThrow(
      /newer Concord/,
    );
    await expect(changed((copy) => delete copy['documents.json'])).rejects.toThrow(
      /documents\.json: the file is missing/,
    );
    await expect(changed((copy) => delete copy['concord.json'])).rejects.toThrow(/not an archive of Concord/);
    await expect(changed((copy) => (copy['finished.json'] = Uint8Array.of(0xff)))).rejects.toThrow(/not UTF-8/);
  });

  it('is refused when codes stand in a ring, one below the other', async () => {
    const ring = (text: string) => {
      const codes = JSON.parse(text) as { id: string; parentId: string | null }[];
      [codes[0]!.parentId, codes[1]!.parentId] = [codes[1]!.id, codes[0]!.id];
      return JSON.stringify(codes);
    };
    await expect(edited('codes.json', ring)).rejects.toThrow(/stands below itself/);
  });

  it('is refused when cut short, at any byte', async () => {
    const whole = zipSync(files);
    for (let length = 0; length < whole.length; length += 499) {
      await expect(readArchive(whole.subarray(0, length))).rejects.toMatchObject({ name: 'Refusal' });
    }
  });
});

describe('what an archive says of its rounds', () => {
  let contents: Contents;
  beforeAll(() => {
    const [found] = fc.sample(
      anyContents().filter(
        ({ settlements, comments, closings }) =>
          settlements.length > 0 &&
          comments.length > 0 &&
          closings.some(({ codings, finished }) => codings.length > 0 && finished.length > 0),
      ),
      { numRuns: 1, seed: 3 },
    );
    contents = found!;
  });

  const read = async (changed: Partial<Contents>) =>
    readArchive(await wholeFile(writeArchive(memoryArchive({ ...contents, ...changed }))));
  const settled = (changed: object) =>
    read({ settlements: contents.settlements.map((each) => ({ ...each, ...changed })) });
  const said = (changed: object) => read({ comments: contents.comments.map((each) => ({ ...each, ...changed })) });
  const closed = (change: (closing: Closing) => object) =>
    read({ closings: contents.closings.map((each) => ({ ...each, ...change(each) })) });

  it('is read only where it is true of what else it holds', async () => {
    const nobody = '0198c0de-0000-7000-8000-000000000bad';
    await expect(settled({ roundId: nobody })).rejects.toThrow(
      /settlements\.json: it names the round .* does not hold/,
    );
    await expect(settled({ end: 99_999 })).rejects.toThrow(/settlements\.json: .*does not lie in the text/);
    await expect(settled({ adjudicatorId: nobody })).rejects.toThrow(/settlements\.json: it names the member/);
    await expect(said({ documentId: nobody })).rejects.toThrow(/comments\.json: it names the document/);
    await expect(said({ start: 5, end: 5 })).rejects.toThrow(/comments\.json: .*no passage/);
    await expect(said({ mentions: [nobody] })).rejects.toThrow(/comments\.json: it names the member/);
    await expect(said({ removed: true })).rejects.toThrow(/comments\.json: 0\.removed/);
    await expect(closed(({ finished }) => ({ finished: [...finished, ...finished] }))).rejects.toThrow(/occurs twice/);
    await expect(closed(() => ({ documents: [{ id: nobody, title: 'x' }] }))).rejects.toThrow(
      /rounds\/\d\.json: it names the document/,
    );
    await expect(closed(() => ({ codes: [] }))).rejects.toThrow(
      /rounds\/\d\.codings\.jsonl, line 1: the codebook of that round/,
    );
    const machine = ({ codings }: Closing) => ({ codings: codings.map((each) => ({ ...each, layer: 'machine' })) });
    await expect(closed(machine)).rejects.toThrow(/no coder’s own/);
  });

  it('settles no passage twice, none in an open round, and takes nobody’s own coding for consensus', async () => {
    const [first] = contents.settlements;
    const twice = [first!, { ...first!, id: first!.documentId }];
    await expect(read({ settlements: twice })).rejects.toThrow(/settled twice/);
    const rounds = contents.rounds.map((round) => ({ ...round, closedAt: null }));
    await expect(read({ rounds, closings: [] })).rejects.toThrow(/is open/);
    const own = { ...contents.closings.flatMap(({ codings }) => codings)[0]!, id: first!.documentId };
    const taken = { settlements: [{ ...first!, codingIds: [own.id] }], codings: [own] };
    await expect(read(taken)).rejects.toThrow(/not one that a settlement/);
  });

  it('is missing in an archive of the time before, which is read as it was', async () => {
    const files = unzipSync(await wholeFile(writeArchive(memoryArchive(contents))));
    const older = Object.entries(files).filter(([name]) => !/^(rounds\/|settlements|comments)/.test(name));
    const about = JSON.parse(Buffer.from(files['concord.json']!).toString()) as object;
    const { codebookVersion: _, ...rest } = { ...about, version: 1 } as Record<string, unknown>;
    const zip = zipSync({ ...Object.fromEntries(older), 'concord.json': strToU8(JSON.stringify(rest)) });
    const back = await gathered(await readArchive(zip));
    expect(back).toMatchObject({ settlements: [], comments: [], closings: [] });
    expect([back.rounds, back.codings.length]).toEqual([contents.rounds, contents.codings.length]);
    expect(back.codebookVersion).toBe(
      Math.max(
        1,
        ...contents.codes.map(({ version }) => version),
        ...[...contents.codings, ...contents.finished, ...contents.rounds].map((each) => each.codebookVersion),
      ),
    );
  });

  it('is left out where it would speak of codings that a selection left out', async () => {
    const archive = { ...memoryArchive(contents), partial: true };
    const back = await gathered(await readArchive(await wholeFile(writeArchive(archive))));
    expect(back).toMatchObject({ settlements: [], closings: [], finished: [], comments: contents.comments });
  });
});
