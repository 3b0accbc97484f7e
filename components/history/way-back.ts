import { can } from '@/lib/access';
import { inverseOf, isKind, kindOf, type WorkspaceState } from '@/lib/door';
import type { Change } from '@/lib/log';
import type { Scene } from './sentence';

/**
 * What the button beside an entry says, or null where the viewer cannot take the change back: it has no way back, their
 * role does not allow it, it was done to another person's codings, or what was deleted is there again or gone for good.
 * Whether somebody has changed the same thing since, the server says when it is asked.
 */
export function wayBack(change: Change, scene: Scene): 'Restore' | 'Undo' | null {
  const inverse = inverseOf(change);
  if (!inverse || !isKind(inverse.kind) || !isKind(change.kind)) return null;
  const role = scene.members.get(scene.viewerId)?.role ?? 'viewer';
  if (!can(role, kindOf(inverse.kind).permission, scene.project)) return null;
  const subject = kindOf(change.kind).subject(change.body);
  if (subject !== null && change.actorId !== scene.viewerId) return null;
  const { documents, codes } = scene.gone;
  if (inverse.kind === 'document.restore') return (inverse.body as { id: string }).id in documents ? 'Restore' : null;
  if (inverse.kind === 'code.restore')
    return (inverse.body as { ids: string[] }).ids.some((id) => id in codes) ? 'Restore' : null;
  return 'Undo';
}

/** What an import is called that the viewer may withdraw; null for any other change. */
export function importOf(change: Change, { members, viewerId, project }: WorkspaceState): string | null {
  const role = members.get(viewerId)?.role ?? 'viewer';
  if (change.kind !== 'project.import' || !can(role, 'members:manage', project)) return null;
  return (change.body as { source: string }).source;
}
