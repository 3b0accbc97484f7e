import { useProject, useSend } from '@/components/project/provider';
import { can } from '@/lib/access';
import { joining, type Alignment, type Anchor } from '@/lib/documents/pairs';
import type { Pair, Side } from '@/lib/documents';
import { blockIndexAt } from '@/lib/text';

/** What can be done about the alignment of two blocks, one on each side. */
export type Correcting = {
  mayCorrect: boolean;
  /** The blocks where the two carets stand, from 0; null while one of the texts has none. */
  picked: Anchor | null;
  /** Whether the picked blocks were put together by hand already. */
  isJoined: boolean;
  join: () => void;
  /** Takes apart what was put together by hand at either of the picked blocks; null where nothing was. */
  part: (() => void) | null;
};

type At = { pair: Pair; alignment: Alignment | null; carets: Record<Side, number> };

export function useCorrecting({ pair, alignment, carets }: At): Correcting {
  const { project, members, viewerId } = useProject();
  const send = useSend();
  const { id, anchors } = pair;
  const picked = alignment && pickedAt(alignment, carets);
  const touching = anchors.filter(
    (anchor) => anchor.original === picked?.original || anchor.translation === picked?.translation,
  );
  return {
    mayCorrect: can(members.get(viewerId)?.role ?? 'viewer', 'documents:edit', project),
    picked,
    isJoined: touching.some(
      (anchor) => anchor.original === picked?.original && anchor.translation === picked.translation,
    ),
    join: () => picked && void send('pair.align', { id, ...asked(joining(anchors, picked)) }),
    part: touching.length > 0 ? () => void send('pair.align', { id, add: [], remove: touching }) : null,
  };
}

function pickedAt({ texts }: Alignment, carets: Record<Side, number>): Anchor | null {
  if (carets.original < 0 || carets.translation < 0) return null;
  const blockAt = (side: Side) => {
    const { text, blocks } = texts[side];
    return blockIndexAt(blocks, Math.min(carets[side], text.length - 1));
  };
  return { original: blockAt('original'), translation: blockAt('translation') };
}

function asked({ add, remove }: { add: readonly Anchor[]; remove: readonly Anchor[] }) {
  return { add: [...add], remove: [...remove] };
}
