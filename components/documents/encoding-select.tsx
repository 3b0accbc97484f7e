import { Select } from '@mantine/core';
import { Note } from '@/components/ui/note';

export type EncodingChoice = { label: string; name: string };
type Props = { value: string | null; encodings: readonly EncodingChoice[]; readAs: (encoding: string) => void };

/** Reads a text file once more in the encoding that somebody chooses. */
export function EncodingSelect({ value, encodings, readAs }: Props) {
  return (
    <Select
      mt="xs"
      size="xs"
      maw={320}
      label="Read it as"
      placeholder="Choose an encoding"
      data={encodings.map(({ label, name }) => ({ value: label, label: name }))}
      value={value}
      onChange={(next) => next && readAs(next)}
      searchable
      allowDeselect={false}
    />
  );
}

/** That nothing in a file says which encoding it is in. */
export function GuessedNote() {
  return (
    <Note tone="warning">
      The file does not say how its characters are written; this is a guess. If the words below look wrong, choose
      another encoding.
    </Note>
  );
}
