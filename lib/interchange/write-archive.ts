import type { Coding } from '@/lib/codings';
import type { Archive } from './archive';
import { archiveFile, archiveVersion } from './archive-file';
import { ByteWriter, encoded } from './byte-writer';
import { zipped, type ZipEntry } from './zip-write';

/** The archive as one file that `readArchive` makes an equal archive of. At any moment one text, one batch of codings or one closing is held. */
export function writeArchive(archive: Archive): AsyncGenerator<Uint8Array> {
  return zipped(entries(archive));
}

async function* entries(archive: Archive): AsyncGenerator<ZipEntry> {
  const { members, coderAttributes, attributes, documents, pairs, codes, rounds, comments, codebookVersion } = archive;
  const { id, title, description } = archive.project;
  const [finished, settlements] = archive.partial ? [[], []] : [archive.finished, archive.settlements];
  yield json(archiveFile.about, {
    format: 'concord-archive',
    version: archiveVersion,
    codebookVersion,
    project: { id, title, description },
  });
  for (const [name, list] of Object.entries({
    members,
    coderAttributes,
    attributes,
    documents,
    pairs,
    codes,
    finished,
    rounds,
    settlements,
    comments,
  })) {
    yield json(archiveFile[name as 'members'], list);
  }
  for (const [index, document] of documents.entries()) {
    const { text, blocks } = await archive.text(document.id);
    yield { name: archiveFile.text(index), content: [encoded(text)] };
    yield json(archiveFile.blocks(index), blocks);
  }
  yield { name: archiveFile.codings, content: lines(archive.codings()) };
  if (!archive.partial) yield* closings(archive);
}

/** How things stood when each round closed, under the number that the round has in its list. */
async function* closings(archive: Archive): AsyncGenerator<ZipEntry> {
  for await (const { roundId, codings, ...rest } of archive.closings()) {
    const index = archive.rounds.findIndex(({ id }) => id === roundId);
    yield json(archiveFile.closing(index), rest);
    yield { name: archiveFile.closingCodings(index), content: lines([codings]) };
  }
}

async function* lines(
  batches: AsyncIterable<readonly Coding[]> | Iterable<readonly Coding[]>,
): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter();
  for await (const batch of batches) {
    for (const coding of batch) out.text(`${JSON.stringify(coding)}\n`);
    yield out.take();
  }
}

function json(name: string, value: unknown): ZipEntry {
  return { name, content: [encoded(`${JSON.stringify(value, null, 1)}\n`)] };
}
