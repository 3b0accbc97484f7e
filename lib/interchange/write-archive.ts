import type { Archive } from './archive';
import { archiveFile, archiveVersion } from './archive-file';
import { ByteWriter, encoded } from './byte-writer';
import { zipped, type ZipEntry } from './zip-write';

/** The archive as one file that `readArchive` makes an equal archive of. At any moment one text and one batch of codings is held. */
export function writeArchive(archive: Archive): AsyncGenerator<Uint8Array> {
  return zipped(entries(archive));
}

async function* entries(archive: Archive): AsyncGenerator<ZipEntry> {
  const { members, coderAttributes, attributes, documents, pairs, codes, finished, rounds } = archive;
  const { id, title, description } = archive.project;
  yield json(archiveFile.about, {
    format: 'concord-archive',
    version: archiveVersion,
    project: { id, title, description },
  });
  for (const [name, list] of Object.entries({
    members,
    coderAttributes,
    attributes,
    documents,
    pairs,
    codes,
    finished: archive.partial ? [] : finished,
    rounds,
  })) {
    yield json(archiveFile[name as 'members'], list);
  }
  for (const [index, document] of documents.entries()) {
    const { text, blocks } = await archive.text(document.id);
    yield { name: archiveFile.text(index), content: [encoded(text)] };
    yield json(archiveFile.blocks(index), blocks);
  }
  yield { name: archiveFile.codings, content: lines(archive) };
}

async function* lines(archive: Archive): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter();
  for await (const batch of archive.codings()) {
    for (const coding of batch) out.text(`${JSON.stringify(coding)}\n`);
    yield out.take();
  }
}

function json(name: string, value: unknown): ZipEntry {
  return { name, content: [encoded(`${JSON.stringify(value, null, 1)}\n`)] };
}
