import type { Member } from '@/lib/projects';

/** Who can code in a round: every member who codes, in the order of their names. */
export function coderCandidates(members: Iterable<Member>): Member[] {
  const coding = [...members].filter(({ role, removed }) => role !== 'viewer' && !removed);
  return coding.sort((a, b) => a.name.localeCompare(b.name));
}
