import 'server-only';
import { Refusal } from '@/lib/errors';
import { fileName, type Flavour, type Selection } from '@/lib/interchange';
import { formatNamed } from '@/lib/interchange/formats';
import { openArchive } from '@/lib/interchange/store';
import type { Membership } from '@/lib/projects/store';
import { download } from './download';

type Wanted = { file: string; selection: Selection; flavour: Flavour; signal: AbortSignal };

/** A file of a project, such as `coded-passages.csv`, with what this member may see of a selection. */
export async function exported(by: Membership, { file, selection, flavour, signal }: Wanted): Promise<Response> {
  const format = formatNamed(file);
  if (!format) throw new Refusal('not-found', 'There is no such file. The export page lists what there is.');
  const archive = await openArchive(by, { selection, signal });
  const name = fileName(archive.project.title, format, new Date());
  return download(format.write(archive, flavour), { name, mediaType: format.mediaType });
}
