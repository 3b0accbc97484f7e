import { onlyFile } from '../incoming';
import { isArchive, readArchive } from '../read-archive';
import { writeArchive } from '../write-archive';
import { isZip, openZip } from '../zip-read';
import type { Format } from './format';

/** Everything, in files that a person can open: what to keep when a study ends, and the way to another server. */
export const archive: Format = {
  name: 'archive',
  title: 'Project archive',
  extension: 'zip',
  mediaType: 'application/zip',
  purpose:
    'Texts, codebook, codings, rounds and what was settled and said in them, in one ZIP of plain JSON and text: to keep, and to read back whole.',
  loses: [
    'history and undone work',
    'documents that were deleted, which the rounds they were in still count',
    'e-mail addresses, invitations and settings',
  ],
  filtered: true,
  write: (project) => writeArchive(project),
  read: async (incoming) => ({ archive: await readArchive(onlyFile(incoming) ?? new Uint8Array(0)), notes: [] }),
  async recognises(incoming) {
    const bytes = onlyFile(incoming);
    return bytes !== null && isZip(bytes) && isArchive(await openZip(bytes));
  },
};
