import { newId } from '@/lib/log';
import { notifications } from '@mantine/notifications';
import { useState, type RefObject } from 'react';
import { parseRecent, used } from '@/components/codes';
import { useProject, useSend } from '@/components/project/provider';
import type { ReaderHandle } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import { snap, trimmed, type Span } from '@/lib/text';
import { useKept } from './kept';
import type { Passage } from './use-passage';

type Desk = { documentId: string; text: string; reader: RefObject<ReaderHandle | null>; passage: Passage };

/** What a coder does to codings. Each act sends one change; a refusal shows the server's sentence and nothing stays. */
export function useCodingActs({ documentId, text, reader, passage }: Desk) {
  const { project, viewerId, members } = useProject();
  const send = useSend();
  const [keptRecent, setRecent] = useKept(`concord:recent:${viewerId}:${project.id}`, '');
  const [fresh, setFresh] = useState<Span | null>(null);
  const recent = parseRecent(keptRecent);

  /** The words that a code would go on: the selection, else the passage coded a moment ago, for its second code. */
  const target = (): Span | null => {
    const span = reader.current?.selection() ?? null;
    return span ?? (fresh && reader.current?.caret() === fresh.end ? fresh : null);
  };

  const code = async (codeId: string, asked: Span | null = target()) => {
    const span = asked && trimmed(text, snap(text, asked));
    if (!span) {
      notifications.show({ id: 'select-first', message: 'Select words first, then choose a code.', autoClose: 3_000 });
      return;
    }
    const id = newId();
    reader.current?.select({ start: span.end, end: span.end });
    reader.current?.focus();
    passage.setSelection(null);
    passage.setActive(id);
    setFresh(span);
    setRecent(used(recent, codeId).join());
    const made = await send('coding.add', { id, documentId, codeId, ...span, quote: text.slice(span.start, span.end) });
    if (!made) passage.setActive(null);
  };

  const own = (coding: Coding): boolean => {
    if (coding.coderId === viewerId && coding.layer === 'coder') return true;
    const name = members.get(coding.coderId)?.name ?? 'another coder';
    const message =
      coding.layer === 'coder'
        ? `This coding is by ${name}; only they can change it.`
        : 'This coding is no coder’s own.';
    notifications.show({ id: 'not-own', message, autoClose: 4_000 });
    return false;
  };

  const recode = async (coding: Coding, codeId: string) => {
    if (codeId === coding.codeId || !own(coding)) return;
    setRecent(used(recent, codeId).join());
    await send('coding.edit', { id: coding.id, set: { codeId } });
  };

  const resize = async (coding: Coding, asked: Span) => {
    const span = snap(text, asked);
    if (span.start >= span.end || !own(coding)) return;
    await send('coding.edit', { id: coding.id, set: { ...span, quote: text.slice(span.start, span.end) } });
  };

  const remove = async (coding: Coding) => {
    if (!own(coding)) return;
    reader.current?.focus();
    await send('coding.remove', { id: coding.id });
  };

  const memo = (coding: Coding, value: string) => void send('coding.edit', { id: coding.id, set: { memo: value } });

  return { target, recent, code, recode, resize, remove, memo };
}

export type Acts = ReturnType<typeof useCodingActs>;
