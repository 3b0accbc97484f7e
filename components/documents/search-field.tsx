import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

type Props = { className: string | undefined; query: string; onQuery: (query: string) => void };

/** Where one types what documents are found by. */
export function SearchField({ className, query, onQuery }: Props) {
  return (
    <TextInput
      className={className}
      type="search"
      aria-label="Search titles and attributes"
      placeholder="Search titles and attributes"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
    />
  );
}
