import { z } from 'zod';
import { accountRoute, json, readParsed } from '@/app/_server/handler';
import { name, words } from '@/lib/log';
import { createProject } from '@/lib/projects/store';

const asked = z.strictObject({ title: name(200), description: words(20_000) });

/** Makes an empty project that belongs to whoever asks. */
export const POST = accountRoute(async (request, account) => {
  return json({ id: await createProject(account.id, await readParsed(request, asked)) }, { status: 201 });
});
