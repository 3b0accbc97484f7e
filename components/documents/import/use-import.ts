import { useEffect, useRef, useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { answerOf, post, reach, sentenceOf } from '@/components/ui/post';
import { notifications } from '@mantine/notifications';
import type { AskedBody } from '@/lib/door';
import { newId } from '@/lib/log';

export type Incoming = AskedBody<'document.add'>;

/** What belongs to the same gesture: changes that come before the import, and the step that they are undone in. */
export type Gesture = { step?: string; before?: () => Promise<boolean> };

/** A request holds so many documents, or so many characters of text, at most. */
const most = { documents: 200, text: 1_500_000 };

/**
 * Brings many documents in as one change: all are sent first, with a share to show, then one request makes them part of the project. Until
 * then it can be cancelled, and whatever goes wrong leaves nothing behind.
 */
export function useImport() {
  const { project } = useProject();
  const send = useSend();
  const [share, setShare] = useState<number | null>(null);
  const cancelled = useRef(false);
  // Closing the window in the middle is a way to cancel.
  useEffect(() => () => void (cancelled.current = true), []);

  async function bringIn(documents: readonly Incoming[], source: string, gesture: Gesture = {}): Promise<boolean> {
    const importId = newId();
    const path = `/api/projects/${project.id}/documents/staged/${importId}`;
    cancelled.current = false;
    setShare(0);
    try {
      for (let first = 0; first < documents.length;) {
        const some = portion(documents, first);
        await post(path, { first, documents: some });
        first += some.length;
        setShare(first / documents.length);
        if (cancelled.current) throw new Error('Cancelled; nothing was added.');
      }
      const { step = null, before } = gesture;
      const asked = { importId, source, count: documents.length };
      if ((await before?.()) !== false && (await send('document.import', asked, step)) !== null) return true;
      await drop(path);
    } catch (error) {
      notifications.show({
        color: cancelled.current ? undefined : 'red',
        title: cancelled.current ? undefined : 'Not done',
        message: sentenceOf(error),
      });
      await drop(path);
    } finally {
      setShare(null);
    }
    return false;
  }

  const cancel = () => (cancelled.current = true);
  return { share, bringIn, cancel };
}

/** The next documents that fit into one request. */
function portion(documents: readonly Incoming[], first: number): Incoming[] {
  let text = 0;
  const end = documents.findIndex(
    (each, at) => at > first && ((text += each.text.length) > most.text || at - first >= most.documents),
  );
  return documents.slice(first, end < 0 ? undefined : end);
}

/** What is left behind is removed within a day anyway. */
async function drop(path: string): Promise<void> {
  await reach(path, { method: 'DELETE' })
    .then(answerOf)
    .catch(() => {});
}
