import type { Permission } from '@/lib/access';

/** Who may call a route: `own` data behind a session, or a permission in the project of the path. */
export type RouteAccess = 'anyone' | 'signed-in' | Permission;

/**
 * Every page and every route handler with who may call it. `routes.spec.ts` finds all files under app/ and fails on
 * one that is not listed here, and then calls each as a signed-out, a foreign and a lesser person.
 */
export const routes: Record<string, RouteAccess> = {
  '/': 'anyone',
  '/account': 'signed-in',
  '/api/account': 'signed-in',
  '/healthz': 'anyone',
  '/readyz': 'anyone',
  '/projects/[project]/history': 'history:read',
  '/api/auth/[...nextauth]': 'anyone',
  '/api/projects/[project]/changes': 'project:read',
  '/api/projects/[project]/export/[file]': 'project:read',
  '/api/projects/[project]/export/count': 'project:read',
  '/api/projects/[project]/stream': 'project:read',
  '/projects/[project]/codebook': 'project:read',
  '/projects/[project]/export': 'project:read',
  '/projects/[project]/settings': 'project:edit',
  '/projects/[project]/rounds': 'project:read',
  '/projects/[project]/rounds/new': 'rounds:run',
};
