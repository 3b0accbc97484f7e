import { expect, it } from 'vitest';
import { useFreshDatabase as ownDatabase } from '@/lib/testing/database';
import { person, project } from '@/prisma/builders';
import { membershipOf } from './session';

ownDatabase();

it('knows a project by its id as it is written, and by nothing that merely means the same', async () => {
  const { projectId, userId } = await project(await person());
  expect(await membershipOf(projectId, userId)).toMatchObject({ projectId });
  for (const other of [projectId.toUpperCase(), `{${projectId}}`, projectId.replaceAll('-', ''), '\0', '']) {
    expect(await membershipOf(other, userId)).toBeNull();
  }
});
