import { apiRoute } from '@/app/_server/api/handler';
import { operations } from '@/app/_server/api/operations';
import { readProject } from '@/lib/projects/store';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(
  operations.listProjects,
  async ({ by, token: { id: tokenId, name, expiresAt } }) => {
    const { id, title, description } = await readProject(by.projectId);
    const token = { id: tokenId, name, scope: by.scope, expiresAt };
    return { token, projects: [{ id, title, description, role: by.role }] };
  },
);
