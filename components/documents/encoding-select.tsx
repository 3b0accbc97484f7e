import { Select } from '@mantine/core';

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
