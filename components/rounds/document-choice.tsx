import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { DocumentFilter } from '@/components/documents/filter/document-filter';
import { useFound } from '@/components/documents/use-found';
import { counted } from '@/components/ui/counted';
import { documentsInOrder } from '@/components/workspace/documents-in-order';
import type { DocumentSummary } from '@/lib/documents';
import classes from './open-round.module.css';

type Props = {
  documents: DocumentSummary[];
  /** How many documents lie in open rounds and cannot be chosen. */
  sealed: number;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
};

export function DocumentChoice({ documents, sealed, chosen, onChange }: Props) {
  const all = useMemo(() => documentsInOrder(documents), [documents]);
  const { found, isNarrowed, query, setQuery, filter, setFilter } = useFound(all);
  const allFound = found.length > 0 && found.every(({ id }) => chosen.has(id));
  const ids = new Set(found.map(({ id }) => id));

  return (
    <fieldset className={classes.group}>
      <legend>Documents</legend>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          aria-label="Search documents by title and attributes"
          placeholder="Search titles, speakers, dates"
          leftSection={<IconSearch size={14} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={found.length === 0}
          onClick={() =>
            onChange(allFound ? new Set([...chosen].filter((id) => !ids.has(id))) : new Set([...chosen, ...ids]))
          }
        >
          {allFound ? 'Choose none' : isNarrowed ? `Choose these ${found.length}` : `Choose all ${found.length}`}
        </Button>
        <DocumentFilter documents={all} filter={filter} onFilter={setFilter} />
      </div>
      <div className={classes.list}>
        {found.map(({ id, title, attributes, language }) => (
          <label key={id} className={classes.row}>
            <input type="checkbox" checked={chosen.has(id)} onChange={() => onChange(toggled(chosen, id))} />
            <span className={classes.rowWords}>
              <span dir="auto">{title}</span>
              <span className={classes.quiet}>{about(attributes, language)}</span>
            </span>
          </label>
        ))}
        {found.length === 0 && (
          <p className={classes.quiet}>
            {documents.length === 0 ? 'There is no document that could be chosen.' : 'No document matches.'}
          </p>
        )}
      </div>
      {sealed > 0 && (
        <p className={classes.quiet}>
          {counted(sealed, 'document is', 'documents are')} in an open round already. A document is in one round at a
          time.
        </p>
      )}
    </fieldset>
  );
}

function about(attributes: Record<string, string>, language: string | null): string {
  const { speaker, date } = attributes;
  // Each part runs its own way: beside a Persian name a date would read backwards.
  return [speaker, date, language].flatMap((part) => (part ? `\u2068${part}\u2069` : [])).join(' · ');
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id]);
}
