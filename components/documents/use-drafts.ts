import { newId } from '@/lib/log';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { additionOf, isReady, readDraft, type Draft } from './draft';
import type { Fields } from './fields';

/** The files that somebody is about to add: read one after another, corrected, then sent one after another. */
export function useDrafts(onAdded: (ids: string[]) => void) {
  const { project, attributes } = useProject();
  const send = useSend();
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const replace = (next: Draft) => setDrafts((all) => all.map((each) => (each.id === next.id ? next : each)));

  async function add(files: { name: string; bytes: Blob }[]): Promise<void> {
    const fresh = files.map((file): Draft => ({ ...file, id: newId(), state: 'reading' }));
    setDrafts((all) => [...all, ...fresh]);
    for (const draft of fresh) replace(await readDraft(project.id, draft));
  }

  async function readAs(draft: Draft, encoding: string): Promise<void> {
    const { id, name, bytes } = draft;
    replace({ id, name, bytes, state: 'reading' });
    replace(await readDraft(project.id, draft, encoding));
  }

  /** What the server refuses stays in the list, to be corrected or dropped. */
  async function sendAll(): Promise<void> {
    const ready = drafts.filter(isReady);
    const added: string[] = [];
    for (const draft of ready) {
      setSent(added.length);
      if ((await send('document.add', additionOf(draft, [...attributes.values()]))) === null) continue;
      added.push(draft.id);
      drop(draft.id);
    }
    setSent(null);
    if (added.length > 0) onAdded(added);
  }

  const drop = (id: string) => setDrafts((all) => all.filter((each) => each.id !== id));
  const edit = (id: string, fields: Fields) =>
    setDrafts((all) => all.map((each) => (each.id === id && isReady(each) ? { ...each, fields } : each)));
  return { drafts, sent, add, readAs, edit, drop, sendAll };
}
