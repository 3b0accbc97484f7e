import { z } from 'zod';
import { flavours, readSelection } from '@/lib/interchange';
import { exported } from '@/app/_server/exported';
import { projectRoute } from '@/app/_server/handler';
import { telling } from '@/app/_server/telling';

export const dynamic = 'force-dynamic';

const flavour = z.enum(flavours).catch('exact');
const download = z.uuid();

export const GET = projectRoute('project:read', async (request, by) => {
  const query = new URL(request.url).searchParams;
  const { signal } = request;
  const wanted = {
    file: by.params.file ?? '',
    selection: readSelection(query),
    flavour: flavour.parse(query.get('flavour')),
    signal,
  };
  const { data: id } = download.safeParse(query.get('download'));
  if (!id) return exported(by, wanted);
  return telling({ userId: by.userId, id, signal }, (told) => exported(by, { ...wanted, signal: told.signal, told }));
});
