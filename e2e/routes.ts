import type { Permission } from '@/lib/access';

/** Who may call a route: `own` data behind a session, or a permission in the project of the path. */
export type RouteAccess = 'anyone' | 'signed-in' | Permission;

/**
 * Every page and every route handler with who may call it. `routes.spec.ts` finds all files under app/ and fails on
 * one that is not listed here, and then calls each as a signed-out, a foreign and a lesser person.
 */
export const routes: Record<string, RouteAccess> = {
  '/': 'anyone',
  '/healthz': 'anyone',
  '/readyz': 'anyone',
  '/sign-in': 'anyone',
  '/set-up': 'anyone',
  '/invitation': 'anyone',
  '/account': 'signed-in',
  '/projects': 'signed-in',
  '/api/auth/[...nextauth]': 'anyone',
  '/api/set-up': 'anyone',
  '/api/invitation/look': 'anyone',
  '/api/invitation/accept': 'anyone',
  '/api/account': 'signed-in',
  '/api/projects': 'signed-in',
  '/api/projects/restore': 'signed-in',
  '/api/projects/[project]/codes/[code]/versions': 'project:read',
  '/api/projects/[project]/changes': 'project:read',
  '/api/projects/[project]/stream': 'project:read',
  '/api/projects/[project]/documents/read': 'documents:edit',
  '/api/projects/[project]/documents/[document]/place': 'project:read',
  '/api/projects/[project]/documents/[document]/presence': 'project:read',
  '/api/projects/[project]/documents/[document]/text': 'project:read',
  '/api/projects/[project]/mentions/seen': 'project:read',
  '/api/projects/[project]/export/[file]': 'project:read',
  '/api/projects/[project]/export/count': 'project:read',
  '/api/projects/[project]/agreement/appendix': 'project:read',
  '/api/projects/[project]/invitations/mail': 'members:manage',
  '/api/projects/[project]/rounds/[round]/mail': 'rounds:run',
  '/api/password': 'anyone',
  '/password': 'anyone',
  '/projects/[project]': 'project:read',
  '/projects/[project]/documents/[document]': 'project:read',
  '/metrics': 'anyone',
  '/projects/[project]/codebook': 'project:read',
  '/projects/[project]/codebook/review': 'project:read',
  '/projects/[project]/rounds': 'project:read',
  '/projects/[project]/rounds/new': 'rounds:run',
  '/projects/[project]/rounds/[round]/adjudication': 'project:read',
  '/projects/[project]/mentions': 'project:read',
  '/projects/[project]/agreement': 'project:read',
  '/projects/[project]/agreement/differences': 'project:read',
  '/projects/[project]/agreement/coefficients': 'project:read',
  '/projects/[project]/export': 'project:read',
  '/projects/[project]/history': 'history:read',
  '/projects/[project]/members': 'project:read',
  '/projects/[project]/settings': 'project:edit',
};
