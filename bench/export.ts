import { withClient } from '@/bin/parts/database.mjs';
import { download } from '@/app/_server/download';
import { everything, type Flavour, type Selection } from '@/lib/interchange';
import { formatNamed, type WritingFormat } from '@/lib/interchange/formats';
import { openArchive } from '@/lib/interchange/store';
import type { Membership } from '@/lib/projects/store';
import { copyAlone, hasPsql } from './export/limit';
import { coderIds, fillMillion, size } from './export/million';
import { scratchDatabase } from './export/scratch';

/**
 * A million codings to CSV, beside what Postgres needs for the same join by itself. They take turns, so that both meet
 * the same machine. Then 200,000 codings in all 500 documents to a REFI-QDA project and to an archive, for their memory.
 */
const turns = 3;

const scratch = await scratchDatabase();
process.env.DATABASE_URL = scratch.url;
try {
  console.log(`Making a project of ${size.codings.toLocaleString('en')} codings in ${size.documents} documents ...`);
  const { projectId, viewerId } = await withClient(scratch.url, fillMillion);
  const settings = { codersEditDocuments: false, codersEditCodebook: false };
  const by: Membership = { projectId, userId: viewerId, role: 'owner', settings };
  const limits: number[] = [];
  const taken: Record<Flavour, number[]> = { exact: [], excel: [] };
  for (let turn = 1; turn <= turns; turn++) {
    limits.push(await copyAlone(scratch.url));
    console.log(`${hasPsql ? 'psql COPY' : 'COPY'}: ${limits.at(-1)!.toFixed(2)} s`);
    for (const flavour of ['exact', 'excel'] as const) {
      taken[flavour].push(await exported(by, { file: 'coded-passages.csv', flavour, selection: everything }));
    }
  }
  for (const flavour of ['exact', 'excel'] as const) {
    console.log(
      `${flavour}: ${(Math.min(...taken[flavour]) / Math.min(...limits)).toFixed(2)} x COPY, best against best (target 1.5)`,
    );
  }
  const fifth = { ...everything, coders: coderIds.slice(0, size.coders / 5) };
  for (const file of ['refi-qda-project.qdpx', 'archive.zip'])
    await exported(by, { file, flavour: 'exact', selection: fifth });
} finally {
  await scratch.drop();
}
process.exit(0);

type Wanted = { file: string; flavour: Flavour; selection: Selection };

/** Reads the download to its end as a browser would, and says how long it took and how the memory stood on the way. */
async function exported(by: Membership, { file, flavour, selection }: Wanted): Promise<number> {
  const begun = performance.now();
  const format: WritingFormat = formatNamed(file)!;
  const archive = await openArchive(by, { selection, signal: new AbortController().signal });
  const { body } = await download(format.write(archive, flavour), { name: file, mediaType: format.mediaType });
  const resident: number[] = [];
  let bytes = 0;
  const reader = body!.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (performance.now() - begun > 200 * (resident.length + 1)) resident.push(process.memoryUsage().rss / 1e6);
  }
  const seconds = (performance.now() - begun) / 1000;
  const [early, late] = [resident.slice(0, resident.length / 2), resident.slice(resident.length / 2)].map((part) =>
    Math.max(...part),
  );
  console.log(
    `${file}, ${flavour}: ${seconds.toFixed(2)} s, ${(bytes / 1e6).toFixed(0)} MB; memory ${early!.toFixed(0)} MB in the first half, ${late!.toFixed(0)} MB in the second`,
  );
  return seconds;
}
