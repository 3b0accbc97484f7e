import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSendStep } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import { livePairs, placeInPair, type DocumentSummary } from '@/lib/documents';
import type { AskedChange } from '@/lib/door';
import { newId } from '@/lib/log';
import { DocumentFields } from './document-fields';
import { changedFields, fieldFaults, fieldsOf } from './fields';
import { PairField } from './pair-field';

type Props = { document: DocumentSummary | undefined; close: () => void };

/** Changes what is said about a document. Two people who do so at once both see the last word. */
export function EditDocument({ document, close }: Props) {
  return (
    <Dialog opened={document !== undefined} onClose={close} title="Title and attributes" size="40rem">
      {document && <EditForm key={document.id} document={document} close={close} />}
    </Dialog>
  );
}

function EditForm({ document, close }: { document: DocumentSummary; close: () => void }) {
  const state = useProject();
  const { attributes } = state;
  const sendStep = useSendStep();
  const place = placeInPair(livePairs(state), document.id);
  const linked = place?.side === 'translation' ? place.otherId : null;
  const [originalId, setOriginalId] = useState(linked);
  const [fields, setFields] = useState(() => fieldsOf(document));
  const [busy, setBusy] = useState(false);
  const defined = [...attributes.values()];
  const save = async () => {
    const set = changedFields(fields, document, defined);
    const asked: AskedChange[] = [
      ...(set ? [{ kind: 'document.edit', body: { id: document.id, set } } as const] : []),
      ...(place && linked && linked !== originalId
        ? [{ kind: 'pair.unlink', body: { id: place.pair.id } } as const]
        : []),
      ...(originalId && linked !== originalId
        ? [{ kind: 'pair.link', body: { id: newId(), originalId, translationId: document.id } } as const]
        : []),
    ];
    if (asked.length === 0) return close();
    setBusy(true);
    const done = await sendStep(asked);
    setBusy(false);
    if (done) close();
  };
  return (
    <Stack>
      <DocumentFields fields={fields} onChange={setFields} />
      <PairField document={document} originalId={originalId} onChange={setOriginalId} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button loading={busy} disabled={fieldFaults(fields, defined, document.attributes).length > 0} onClick={() => void save()}>
          Save
        </Button>
      </Group>
    </Stack>
  );
}
