import { z } from 'zod';
import { flavours, readSelection } from '@/lib/interchange';
import { exported } from '@/app/_server/exported';
import { projectRoute } from '@/app/_server/handler';

export const dynamic = 'force-dynamic';

const flavour = z.enum(flavours).catch('exact');

export const GET = projectRoute('project:read', async (request, by) => {
  const query = new URL(request.url).searchParams;
  const chosen = { selection: readSelection(query), flavour: flavour.parse(query.get('flavour')) };
  return exported(by, { file: by.params.file ?? '', ...chosen, signal: request.signal });
});
