import type { Permission } from './permissions';

/** What a personal token is for: a script that reads, or one that changes things, too. */
export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

const reading: readonly Permission[] = ['project:read', 'history:read'];

/**
 * What no token does, whoever's it is: with these a token that fell into the wrong hands could let people in, make
 * itself an account that outlives it, or take the project out of everybody's sight.
 */
const forPeople: readonly Permission[] = ['members:manage', 'project:edit', 'log:system'];

/** True if a token of this scope carries `permission`, as far as its person holds it: `can` is asked all the same. */
export function inScope(scope: TokenScope, permission: Permission): boolean {
  return scope === 'read' ? reading.includes(permission) : !forPeople.includes(permission);
}
