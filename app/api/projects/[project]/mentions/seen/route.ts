import { seeMentions } from '@/lib/rounds/discussion/store';
import { json, projectRoute } from '@/app/_server/handler';

/** That this person has seen what mentions them: their own, no change of the project, and in no log. */
export const PUT = projectRoute('project:read', async (_, { projectId, userId }) => {
  await seeMentions(projectId, userId);
  return json({});
});
