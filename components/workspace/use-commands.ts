import { useRouter } from 'next/navigation';
import { useMemo, type RefObject } from 'react';
import { useProject } from '@/components/project/provider';
import type { ReaderHandle } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import { documentsInOrder } from './documents-in-order';
import { shortcutsOf, type Command } from './keys';
import type { Acts } from './use-coding-acts';
import { useKeys } from './use-keys';
import type { Shaping } from './use-shaping';
import { useUndoHere } from './use-undo-here';

type Desk = {
  documentId: string;
  reader: RefObject<ReaderHandle | null>;
  acts: Acts;
  shaping: Shaping;
  /** Whether the viewer may code. */
  coding: boolean;
  active: Coding | undefined;
  /** The viewer's coding at hand, singled out or not. */
  own: Coding | undefined;
  release: () => void;
  pick: () => void;
  find: () => void;
  codeAll: () => void;
  help: () => void;
  toggleFinished: () => void;
  /** Goes to the other text of the pair; false where there is none. */
  otherSide: () => boolean;
};

/** What each key does here. Returns the question "is this key yours?" of the text, and that of one beside it. */
export function useCommands({ documentId, reader, acts, shaping, coding, active, own, release, ...open }: Desk) {
  const { codes } = useProject();
  const { undo, redo } = useUndoHere(documentId);
  const turnTo = useTurning(documentId);
  const shaped = coding ? (own ?? active) : undefined;
  const shortcuts = useMemo(() => shortcutsOf(codes.values()), [codes]);

  /** Runs a command; false when it has nothing to do here, so that the key keeps its ordinary meaning. */
  const run = (command: Command): boolean => {
    if (command.act === 'document') return done(turnTo(command.direction));
    if (command.act === 'code') return coding && done(acts.code(command.codeId));
    const deeds: Record<typeof command.act, () => boolean> = {
      next: () => done(reader.current?.step(1)),
      previous: () => done(reader.current?.step(-1)),
      cycle: () => done(reader.current?.cycle()),
      pick: () => done(open.pick()),
      help: () => done(open.help()),
      find: () => done(open.find()),
      undo: () => coding && done(undo()),
      redo: () => coding && done(redo()),
      finished: () => coding && done(open.toggleFinished()),
      'in-vivo': () => coding && acts.inVivo !== null && done(acts.inVivo()),
      'code-all': () => coding && done(open.codeAll()),
      split: () => shaped !== undefined && done(shaping.split(shaped)),
      join: () => shaped !== undefined && done(shaping.join(shaped)),
      remove: () => coding && active !== undefined && done(acts.remove(active)),
      memo: () => coding && active !== undefined && focusMemo(active.id),
      'other-side': () => open.otherSide(),
      release: () => active !== undefined && done(release()),
    };
    return deeds[command.act]();
  };

  return useKeys(shortcuts, run);
}

function useTurning(documentId: string) {
  const router = useRouter();
  const { project, documents } = useProject();
  return (direction: 1 | -1) => {
    const order = documentsInOrder(documents.values());
    const next = order[order.findIndex(({ id }) => id === documentId) + direction];
    if (next) router.push(`/projects/${project.id}/documents/${next.id}`);
  };
}

/** Focuses the memo that is in sight: pane and drawer may both hold one. */
function focusMemo(codingId: string): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>(`[data-memo="${codingId}"]`)];
  fields.find((field) => field.offsetParent !== null)?.focus();
  return fields.length > 0;
}

function done(_: unknown): true {
  return true;
}
