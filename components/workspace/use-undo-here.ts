import { notifications } from '@mantine/notifications';
import { useClient, useProject, useUndo } from '@/components/project/provider';
import { isKind, kindOf, type Step } from '@/lib/door';

/**
 * Undo and redo go through all of one's work in the project, not only through this document. What happens out of sight
 * is said in words.
 */
export function useUndoHere(documentId: string) {
  const { canUndo, canRedo, undo, redo } = useUndo();
  const client = useClient();
  const { documents } = useProject();

  const say = (verb: string, step: Step | undefined) => {
    const place = step && placeOf(step);
    if (!place || place === documentId) return;
    const where = documents.get(place)?.title;
    notifications.show({
      id: 'undone',
      message: where ? `${verb} in “${where}”.` : `${verb}: a change of ${place}.`,
      autoClose: 5_000,
    });
  };

  return {
    canUndo,
    canRedo,
    undo: () => {
      say('Undone', client.getView().history.undo.at(-1));
      return undo();
    },
    redo: () => {
      say('Done again', client.getView().history.redo.at(-1));
      return redo();
    },
  };
}

/** The document that a step was about, or the part of the project in words. */
function placeOf(step: Step): string {
  const [first] = step;
  if (!first || !isKind(first.kind)) return 'the project';
  const subject = kindOf(first.kind).subject(first.body);
  if (subject) return subject.documentId;
  const parts: Record<string, string> = {
    code: 'the codebook',
    document: 'the documents',
    attribute: 'the documents’ attributes',
    pair: 'originals and translations',
  };
  return parts[first.kind.split('.')[0] ?? ''] ?? 'the project';
}
