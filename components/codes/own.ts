import type { Coding } from '@/lib/codings';

/** True for what the viewer coded: theirs to change. Consensus, imports and machines are nobody's own. */
export function isOwn({ coderId, layer }: Coding, viewerId: string): boolean {
  return coderId === viewerId && layer === 'coder';
}
