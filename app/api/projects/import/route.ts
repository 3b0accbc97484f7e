import { accountRoute } from '@/app/_server/handler';
import { importRequest, inLines, readSent, telling } from '@/app/_server/importing';
import { runInNewProject } from '@/lib/door/store';
import { projectIn } from '@/lib/interchange/importing/preview';
import { withContent } from '@/lib/interchange/importing/isolate';

/** Makes a project of a file, with whoever asks as its owner; or nothing at all. */
export const POST = accountRoute(async (request, account) => {
  const sent = await readSent(request);
  const asked = importRequest(sent);
  return inLines((say) =>
    withContent(sent.incoming, async (content) => {
      const work = { request: asked, enclosed: telling(content, say) };
      const { projectId, recorded } = await runInNewProject(account.id, projectIn(content.about), work);
      return { projectId, id: recorded.change.id, report: recorded.change.body };
    }),
  );
});
