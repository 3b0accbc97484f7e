import { Select } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import { documentsInOrder } from '@/components/workspace/documents-in-order';
import { livePairs, placeInPair, type DocumentSummary } from '@/lib/documents';

type Props = {
  document: DocumentSummary;
  /** The original that is chosen; null for none. */
  originalId: string | null;
  onChange: (originalId: string | null) => void;
};

/** Of which document this one is the translation. Only documents that are in no other pair can be chosen. */
export function PairField({ document, originalId, onChange }: Props) {
  const state = useProject();
  const { documents } = state;
  const all = livePairs(state);
  const place = placeInPair(all, document.id);
  if (place?.side === 'original') {
    const translation = documents.get(place.otherId);
    return (
      <Select
        label="Translation of"
        disabled
        placeholder="None: it is an original"
        description={`Its translation is “${translation?.title ?? ''}”, where the link can be changed.`}
      />
    );
  }
  const free = [...documents.values()].filter(
    ({ id }) => id !== document.id && (id === place?.otherId || !placeInPair(all, id)),
  );
  return (
    <Select
      label="Translation of"
      placeholder="Not a translation of a document here"
      data={documentsInOrder(free).map(({ id, title }) => ({ value: id, label: title }))}
      value={originalId}
      onChange={onChange}
      nothingFoundMessage="No document of this title is free."
      searchable
      clearable
    />
  );
}
