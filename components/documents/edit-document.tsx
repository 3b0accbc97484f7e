import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Dialog } from '@/components/ui/dialog';
import type { DocumentSummary } from '@/lib/documents';
import { DocumentFields } from './document-fields';
import { changedFields, fieldFaults, fieldsOf } from './fields';

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
  const { attributes } = useProject();
  const send = useSend();
  const [fields, setFields] = useState(() => fieldsOf(document));
  const [busy, setBusy] = useState(false);
  const defined = [...attributes.values()];
  const save = async () => {
    const set = changedFields(fields, document, defined);
    if (!set) return close();
    setBusy(true);
    const done = await send('document.edit', { id: document.id, set });
    setBusy(false);
    if (done) close();
  };
  return (
    <Stack>
      <DocumentFields fields={fields} onChange={setFields} />
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
