import type { Sketched } from '@/lib/documents';
import { newId } from '@/lib/log';
import { sketchOf } from '@/lib/text';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { sentenceOf } from '@/components/ui/post';
import { additionOf, isReady, largestFile, readDraft, readyDraft, type Draft } from './draft';
import type { Fields } from './fields';
import { unpack } from './import/unpack';
import { useImport } from './import/use-import';

/** The files that somebody is about to add: read one after another, corrected, then brought in. */
export function useDrafts(onAdded: (ids: string[]) => void) {
  const { project, attributes } = useProject();
  const send = useSend();
  const into = { projectId: project.id, defined: [...attributes.values()] };
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [sketched, setSketched] = useState<Sketched[]>([]);
  const [busy, setBusy] = useState(false);
  const { share, bringIn, cancel } = useImport();
  const replace = (next: Draft) => {
    setDrafts((all) => all.map((each) => (each.id === next.id ? next : each)));
    sketch(next);
  };
  /** Kept beside the drafts, so that correcting a title does not compare all texts again. */
  const sketch = (next: Draft) => {
    const own = isReady(next) ? [{ id: next.id, sketch: sketchOf(next.read.text) }] : [];
    setSketched((all) => [...all.filter(({ id }) => id !== next.id), ...own]);
  };

  async function add(files: { name: string; bytes: Blob }[]): Promise<void> {
    const [archives, plain] = [files.filter(isArchive), files.filter((file) => !isArchive(file))];
    const fresh = plain.map((file): Draft => ({ ...file, id: newId(), state: 'reading' }));
    setDrafts((all) => [...all, ...fresh]);
    for (const draft of fresh) replace(await readDraft(into, draft));
    for (const archive of archives) await addPacked(archive);
  }

  /** The files of an archive appear as they are read; one that cannot be read to its end leaves those before it. */
  async function addPacked({ name, bytes }: { name: string; bytes: Blob }): Promise<void> {
    const whole: Draft = { id: newId(), name, bytes, state: 'reading' };
    setDrafts((all) => [...all, whole]);
    try {
      if (bytes.size > largestFile) throw new Error('This archive is larger than 50 MB. Please split it.');
      for await (const file of unpack(project.id, bytes)) {
        const own = { id: newId(), name: file.name, bytes: new Blob() };
        const next: Draft =
          'read' in file
            ? readyDraft({ ...own, read: file.read }, into.defined)
            : { ...own, state: 'refused', fault: file.refused };
        setDrafts((all) => [...all, next]);
        sketch(next);
      }
      drop(whole.id);
    } catch (error) {
      replace({ ...whole, state: 'refused', fault: sentenceOf(error) });
    }
  }

  async function readAs(draft: Draft, encoding: string): Promise<void> {
    const { id, name, bytes } = draft;
    replace({ id, name, bytes, state: 'reading' });
    replace(await readDraft(into, draft, encoding));
  }

  /** One document is added; several come in together, all or none. What is refused stays in the list, to be corrected or dropped. */
  async function sendAll(): Promise<void> {
    const incoming = drafts.filter(isReady).map((draft) => additionOf(draft, into.defined));
    const [only, ...others] = incoming;
    if (!only) return;
    setBusy(true);
    const done = others.length === 0 ? (await send('document.add', only)) !== null : await bringIn(incoming, '');
    setBusy(false);
    if (!done) return;
    const ids = incoming.map(({ id }) => id);
    setDrafts((all) => all.filter(({ id }) => !ids.includes(id)));
    setSketched([]);
    onAdded(ids);
  }

  const drop = (id: string) => {
    setDrafts((all) => all.filter((each) => each.id !== id));
    setSketched((all) => all.filter((each) => each.id !== id));
  };
  const edit = (id: string, fields: Fields) =>
    setDrafts((all) => all.map((each) => (each.id === id && isReady(each) ? { ...each, fields } : each)));
  return { drafts, sketched, busy, share, cancel, add, readAs, edit, drop, sendAll };
}

function isArchive({ name }: { name: string }): boolean {
  return /\.zip$/i.test(name);
}
