import type { Role } from './roles';

/** What a project lets coders do beyond coding (DESIGN section 6: "if the project allows"). */
export type ProjectSettings = { codersEditDocuments: boolean; codersEditCodebook: boolean };

/**
 * Everything a request can ask to do. `log:system` is held by nobody: changes of that permission are written by the
 * server itself (a member joining by invitation) and never come in by the door.
 */
export const permissions = [
  'project:read',
  'project:edit',
  'members:manage',
  'documents:edit',
  'codebook:edit',
  'codings:write',
  'consensus:write',
  'rounds:run',
  'history:read',
  'log:system',
] as const;
export type Permission = (typeof permissions)[number];

const table: Record<Permission, readonly Role[]> = {
  'project:read': ['owner', 'adjudicator', 'coder', 'viewer'],
  'project:edit': ['owner'],
  'members:manage': ['owner'],
  'documents:edit': ['owner', 'adjudicator'],
  'codebook:edit': ['owner', 'adjudicator'],
  'codings:write': ['owner', 'adjudicator', 'coder'],
  'consensus:write': ['owner', 'adjudicator'],
  'rounds:run': ['owner', 'adjudicator'],
  'history:read': ['owner', 'adjudicator'],
  'log:system': [],
};

/** True if a member of `role` may use `permission` in a project with these settings. */
export function can(role: Role, permission: Permission, settings: ProjectSettings): boolean {
  if (table[permission].includes(role)) return true;
  if (role !== 'coder') return false;
  if (permission === 'documents:edit') return settings.codersEditDocuments;
  if (permission === 'codebook:edit') return settings.codersEditCodebook;
  return false;
}
