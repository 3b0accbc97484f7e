import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { fileName, flavours, readSelection } from '@/lib/interchange';
import { formatNamed } from '@/lib/interchange/formats';
import { openArchive } from '@/lib/interchange/store';
import { download } from '@/app/_server/download';
import { projectRoute } from '@/app/_server/handler';

export const dynamic = 'force-dynamic';

const flavour = z.enum(flavours).catch('exact');

export const GET = projectRoute('project:read', async (request, by) => {
  const format = formatNamed(by.params.file ?? '');
  if (!format) throw new Refusal('not-found', 'There is no such file. The export page lists what there is.');
  const query = new URL(request.url).searchParams;
  const archive = await openArchive(by, { selection: readSelection(query), signal: request.signal });
  const name = fileName(archive.project.title, format, new Date());
  return download(format.write(archive, flavour.parse(query.get('flavour'))), { name, mediaType: format.mediaType });
});
