import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { listAttributes } from '@/lib/documents/attributes/store';
import { listCoderAttributes, listMembers, readProject } from '@/lib/projects/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.readProject,
  async ({ by: { projectId, userId, role } }) => {
    const [project, members, attributes, coderAttributes] = await Promise.all([
      readProject(projectId),
      listMembers(projectId),
      listAttributes(projectId),
      listCoderAttributes(projectId),
    ]);
    const listed = members.map(({ shade: _, ...member }) => member);
    return { ...project, you: { userId, role }, members: listed, attributes, coderAttributes };
  },
);
