import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { shortcutFault } from '@/components/codes';
import { useProject, useSend } from '@/components/project/provider';
import type { Code, CodeEdited } from '@/lib/codebook';
import {
  changesMeaning,
  conflicts,
  edit,
  emptyDraft,
  isEmpty,
  overwritten,
  saved,
  settle,
  shown,
  unsaved,
  type Field,
  type Fields,
} from './draft';
import { fieldNames } from './field-names';
import type { Drafts } from './use-drafts';

export type Editing = {
  fields: Fields;
  set: (fields: Partial<Fields>) => void;
  changed: Partial<Fields>;
  conflicts: Field[];
  settle: (field: Field, choice: 'mine' | 'theirs') => void;
  discard: () => void;
  /** Why it cannot be saved as it is. */
  fault: string | null;
  /** The version that saving will make, or null when the meaning stays the same. */
  nextVersion: number | null;
  /** What the new version's note will say. */
  note: string;
  setNote: (note: string) => void;
  busy: boolean;
  save: () => Promise<void>;
};

/** One code's form: what it shows, what is unsaved, and how that is saved in one change. */
export function useEditing(code: Code, drafts: Drafts): Editing {
  const { codes, codebookVersion } = useProject();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const draft = drafts.of(code.id);
  const changed = unsaved(draft, code);
  const disputed = conflicts(draft, code);
  const fault = faultOf(changed, codes.values(), code);

  const save = async () => {
    if (isEmpty(changed) || fault || disputed.length > 0 || busy) return;
    setBusy(true);
    const said = changesMeaning(changed) ? note.trim() : '';
    const change = await send('code.edit', { id: code.id, set: withoutBlanks(changed), ...(said && { note: said }) });
    setBusy(false);
    if (!change) return;
    setNote('');
    drafts.change(code.id, (now) => saved(now, changed));
    tellOverwritten(overwritten(draft, (change.body as CodeEdited).before));
  };

  return {
    fields: shown(draft, code),
    set: (fields) => drafts.change(code.id, (now) => edit(now, code, fields)),
    changed,
    conflicts: disputed,
    settle: (field, choice) => drafts.change(code.id, (now) => settle(now, code, { field, choice })),
    discard: () => (setNote(''), drafts.change(code.id, () => emptyDraft)),
    fault,
    note,
    setNote,
    nextVersion: changesMeaning(changed) ? codebookVersion + 1 : null,
    busy,
    save,
  };
}

/** An example that was added and left empty is none. */
function withoutBlanks(set: Partial<Fields>): Partial<Fields> {
  if (!set.examples) return set;
  return { ...set, examples: set.examples.filter(({ text, note }) => text.trim() !== '' || note.trim() !== '') };
}

function faultOf(changed: Partial<Fields>, codes: Iterable<Code>, { id }: Code): string | null {
  if (changed.name?.trim() === '') return 'A code needs a name.';
  if (changed.color !== undefined && !/^#[0-9a-f]{6}$/.test(changed.color))
    return 'A colour is written # and six digits or letters a to f.';
  return shortcutFault(changed.shortcut ?? null, codes, id);
}

/** Two saves met on the way to the server: the later one won, and its author has to know. */
function tellOverwritten(fields: Field[]): void {
  if (fields.length === 0) return;
  const message = `Somebody saved ${fields.map((field) => fieldNames[field].toLowerCase()).join(' and ')} at the same moment, and your save came after theirs. Undo (Ctrl+Z outside the form) brings theirs back; the history shows both.`;
  notifications.show({ color: 'yellow', title: 'Your save replaced another one', message, autoClose: false });
}
