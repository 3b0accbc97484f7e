import 'server-only';
import { Refusal } from '@/lib/errors';
import { fileName, type Flavour, type Selection } from '@/lib/interchange';
import { formatNamed } from '@/lib/interchange/formats';
import { openArchive } from '@/lib/interchange/store';
import type { Membership } from '@/lib/projects/store';
import { download } from './download';
import type { Telling } from './telling';

type Wanted = {
  file: string;
  selection: Selection;
  flavour: Flavour;
  signal: AbortSignal;
  /** Tells the person how far it is, where a page asked for that. */
  told?: Telling;
};

/** A file of a project, such as `coded-passages.csv`, with what this member may see of a selection. */
export async function exported(
  member: Membership,
  { file, selection, flavour, signal, told }: Wanted,
): Promise<Response> {
  const format = formatNamed(file);
  if (!format) throw new Refusal('not-found', 'There is no such file. The export page lists what there is.');
  const archive = await openArchive(member, { selection, signal });
  const pieces = format.write(told?.counting(archive) ?? archive, flavour);
  const name = fileName(archive.project.title, format, new Date());
  return download(told?.through(pieces) ?? pieces, { name, mediaType: format.mediaType, signal });
}
