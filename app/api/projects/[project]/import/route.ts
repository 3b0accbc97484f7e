import { projectRoute } from '@/app/_server/handler';
import { importRequest, inLines, readSent, telling } from '@/app/_server/importing';
import { run } from '@/lib/door/store';
import { withContent } from '@/lib/interchange/importing/isolate';

/** Brings a project file in: all of it, in one change, or nothing. */
export const POST = projectRoute('members:manage', async (request, by) => {
  const sent = await readSent(request);
  const asked = importRequest(sent);
  return inLines((say) =>
    withContent(sent.incoming, async (content) => {
      const { change } = await run(by, asked, telling(content, say));
      return { projectId: by.projectId, id: change.id, report: change.body };
    }),
  );
});
