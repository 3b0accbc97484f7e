import { newId } from '@/lib/log';
import { notifications } from '@mantine/notifications';
import { useState, type RefObject } from 'react';
import { parseRecent, used } from '@/components/codes';
import { useProject, useSend, useSendStep } from '@/components/project/provider';
import type { ReaderHandle } from '@/components/reader';
import { can } from '@/lib/access';
import { inVivo as newCodeFor } from '@/lib/codebook';
import { recoded, type Coding } from '@/lib/codings';
import type { AskedBody } from '@/lib/door';
import { slice, snap, trimmed, type Span } from '@/lib/text';
import { useKept } from './kept';
import { useOwn } from './use-own';
import type { Passage } from './use-passage';

type Desk = { documentId: string; text: string; reader: RefObject<ReaderHandle | null>; passage: Passage };

/** What a coder does to codings. Each act sends one change; a refusal shows the server's sentence and nothing stays. */
export function useCodingActs({ documentId, text, reader, passage }: Desk) {
  const { project, viewerId, codes, codebookVersion, members } = useProject();
  const mayEditCodebook = can(members.get(viewerId)?.role ?? 'viewer', 'codebook:edit', project);
  const send = useSend();
  const sendStep = useSendStep();
  const own = useOwn();
  const [keptRecent, setRecent] = useKept(`concord:recent:${viewerId}:${project.id}`, '');
  const [fresh, setFresh] = useState<Span | null>(null);
  const recent = parseRecent(keptRecent);

  /** The words that a code would go on: the selection, else the passage coded a moment ago, for its second code. */
  const target = (): Span | null => {
    const span = reader.current?.selection() ?? null;
    return span ?? (fresh && reader.current?.caret() === fresh.end ? fresh : null);
  };

  /** Takes a code for the one used last. */
  const remember = (codeId: string) => setRecent(used(recent, codeId).join());

  /** Puts a code on words, a code that is new with them; both are one step. */
  const put = async (
    asked: Span | null,
    { codeId, added }: { codeId: string; added: AskedBody<'code.add'> | null },
  ) => {
    const span = asked && trimmed(text, snap(text, asked));
    if (!span) return selectFirst();
    const id = newId();
    reader.current?.select({ start: span.end, end: span.end });
    reader.current?.focus();
    passage.setSelection(null);
    passage.setActive(id);
    setFresh(span);
    remember(codeId);
    const coding = { id, documentId, codeId, ...span, quote: slice(text, span) };
    const made = await sendStep([
      ...(added ? [{ kind: 'code.add', body: added } as const] : []),
      { kind: 'coding.add', body: coding },
    ]);
    if (!made) passage.setActive(null);
  };

  const code = (codeId: string, asked: Span | null = target()) => put(asked, { codeId, added: null });

  /** Codes words with a code that is called by them; not for those who may not add codes. */
  const inVivo = async () => {
    const span = target();
    if (!span) return selectFirst();
    await put(span, newCodeFor(codes.values(), slice(text, span)));
  };

  const recode = async (coding: Coding, codeId: string) => {
    if (codeId === coding.codeId || !own(coding)) return;
    remember(codeId);
    await sendStep(recoded(coding, codeId, codebookVersion));
  };

  const resize = async (coding: Coding, asked: Span) => {
    const span = snap(text, asked);
    if (span.start >= span.end || !own(coding)) return;
    await send('coding.edit', { id: coding.id, set: { ...span, quote: slice(text, span) } });
  };

  const remove = async (coding: Coding) => {
    if (!own(coding)) return;
    reader.current?.focus();
    await send('coding.remove', { id: coding.id });
  };

  const memo = (coding: Coding, value: string) => void send('coding.edit', { id: coding.id, set: { memo: value } });

  return { target, recent, remember, code, inVivo: mayEditCodebook ? inVivo : null, recode, resize, remove, memo };
}

function selectFirst(): void {
  notifications.show({ id: 'select-first', message: 'Select words first, then choose a code.', autoClose: 3_000 });
}

export type Acts = ReturnType<typeof useCodingActs>;
