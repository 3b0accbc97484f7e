'use client';

import { Select, TextInput } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import { kindNames } from '@/lib/door';
import { inOrder, path } from '@/lib/codebook';
import classes from './history.module.css';
import { kindTitle, type Gone } from './sentence';

/** What the history is asked for; null does not narrow. Days are YYYY-MM-DD in UTC, both included. */
export type Choice = Record<'person' | 'kind' | 'document' | 'code' | 'from' | 'to', string | null>;

type Props = { choice: Choice; gone: Gone; onChoose: (choice: Choice) => void };

const kindChoices = kindNames.map((value) => ({ value, label: kindTitle(value) }));

/** Who, what, in which document, about which code, and when. What was deleted can be chosen as long as it is kept. */
export function Filters({ choice, gone, onChoose }: Props) {
  const { members, documents, codes } = useProject();
  const choose = (part: keyof Choice) => (value: string | null) => onChoose({ ...choice, [part]: value || null });
  const people = [...members.values()].map(({ id, name }) => ({ value: id, label: name }));
  const titles = [...documents.values()].map(({ id, title }) => ({ value: id, label: title }));
  titles.sort((a, b) => a.label.localeCompare(b.label));
  const names = inOrder(codes.values()).map(({ code }) => ({
    value: code.id,
    label: path(codes, code.id).join(' › '),
  }));
  return (
    <div className={classes.filters}>
      <Select
        label="Who"
        placeholder="Everybody"
        clearable
        data={people}
        value={choice.person}
        onChange={choose('person')}
      />
      <Select
        label="What"
        placeholder="Everything"
        clearable
        searchable
        data={kindChoices}
        value={choice.kind}
        onChange={choose('kind')}
      />
      <Select
        label="Document"
        placeholder="Any"
        clearable
        searchable
        limit={200}
        data={[...titles, ...deleted(gone.documents).filter(({ value }) => !documents.has(value))]}
        value={choice.document}
        onChange={choose('document')}
      />
      <Select
        label="Code"
        placeholder="Any"
        clearable
        searchable
        limit={200}
        data={[...names, ...deleted(gone.codes).filter(({ value }) => !codes.has(value))]}
        value={choice.code}
        onChange={choose('code')}
      />
      <TextInput
        label="From"
        type="date"
        max={choice.to ?? undefined}
        value={choice.from ?? ''}
        onChange={(event) => choose('from')(event.currentTarget.value)}
      />
      <TextInput
        label="Until"
        type="date"
        min={choice.from ?? undefined}
        value={choice.to ?? ''}
        onChange={(event) => choose('to')(event.currentTarget.value)}
      />
    </div>
  );
}

function deleted(names: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, name]) => ({ value, label: `${name} (deleted)` }));
}
