'use client';

import { Loader, MultiSelect, Select, TextInput } from '@mantine/core';
import { usePathname, useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { DocumentFilter } from '@/components/documents/filter/document-filter';
import type { Level, Rule } from '@/lib/agreement';
import { queryOf, type AskedChoices, type CodeView } from './choices';
import classes from './choices-form.module.css';
import { codesInView, depthOf, type Scope, type ScopeCode } from './scope';

type Props = {
  scope: Scope;
  choices: AskedChoices;
  /** The one code that the page is about, null for all codes, and what to call that choice. */
  about?: { label: string; id: string | null };
};

const units: { value: Level; label: string }[] = [
  { value: 'word', label: 'Word' },
  { value: 'sentence', label: 'Sentence' },
  { value: 'paragraph', label: 'Paragraph' },
  { value: 'document', label: 'Document' },
  { value: 'charNonSpace', label: 'Character, no white space' },
];
const rules: { value: Rule; label: string }[] = [
  { value: 'any', label: 'when any of it is' },
  { value: 'half', label: 'when half of it is' },
];

/** Views of the codes: all of them, or one level of the tree; a tree without children has no levels to choose from. */
function viewsOf(codes: readonly ScopeCode[]): { value: CodeView; label: string }[] {
  const levels = Array.from({ length: Math.min(9, depthOf(codes)) }, (_, index) => index + 1);
  return [
    { value: 'each', label: 'Each by itself' },
    { value: 'rolled', label: 'Parents with children' },
    ...levels.map((level) => ({ value: `level-${level}` as const, label: level === 1 ? 'Top codes with children' : `Level ${level} with children` })),
  ];
}

/** What is compared. Every choice is in the address, so that a report can be sent, kept and found again. */
export function ChoicesForm({ scope, choices, about: asked }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, begin] = useTransition();
  const [{ about, ...shown }, show] = useOptimistic({ ...choices, about: asked?.id ?? null });
  const choose = (part: Partial<AskedChoices & { about: string | null }>) =>
    begin(() => {
      const next = { ...shown, about, ...part };
      show(next);
      router.replace(pathname + queryOf(next, { code: next.about }), { scroll: false });
    });
  return (
    <form className={classes.form} data-counting={pending || undefined} aria-label="What is compared" onSubmit={(event) => event.preventDefault()}>
      {asked && (
        <Select
          label={asked.label}
          placeholder="All codes"
          size="sm"
          clearable
          searchable
          data={scope.codes.map(({ id, name }) => ({ value: id, label: name }))}
          renderOption={({ option }) => <CodeOption code={scope.codes.find(({ id }) => id === option.value)} />}
          value={about}
          onChange={(chosen) => choose({ about: chosen })}
        />
      )}
      <Several label="Documents" whole={shown.round ? 'All of the round' : `All ${scope.documents.length}`} all={scope.documents.map(({ id, title }) => ({ value: id, label: title }))} chosen={shown.documents} choose={(documents) => choose({ documents })} />
      <Several label="Coders" whole={shown.round ? 'All of the round' : `All ${scope.coders.length}`} all={scope.coders.map(({ id, name }) => ({ value: id, label: name }))} chosen={shown.coders} choose={(coders) => choose({ coders })} />
      <Select label="Codes" size="sm" data={viewsOf(scope.codes)} value={shown.codes} allowDeselect={false} onChange={(codes) => codes && choose({ codes, only: null })} />
      <Several label="Only codes" whole={`All ${codesInView(scope.codes, shown.codes).length}`} all={codesInView(scope.codes, shown.codes).map(({ id, name }) => ({ value: id, label: name }))} chosen={shown.only} choose={(only) => choose({ only })} />
      {scope.rounds.length > 0 && (
        <Select
          label="Round"
          size="sm"
          placeholder="Any"
          clearable
          data={scope.rounds.map(({ id, title, closedAt }) => ({ value: id, label: `${title}, closed ${closedAt.slice(0, 10)}` }))}
          value={shown.round}
          onChange={(round) => choose({ round, at: null })}
        />
      )}
      {!shown.round && (
        <TextInput
          type="date"
          label="As of the end of"
          size="sm"
          value={shown.at ?? ''}
          max={new Date().toISOString().slice(0, 10)}
          onChange={(event) => choose({ at: event.currentTarget.value || null })}
        />
      )}
      <Select label="Unit" size="sm" data={units} value={shown.unit} allowDeselect={false} onChange={(unit) => unit && choose({ unit })} />
      <Select label="Counts as marked" size="sm" data={rules} value={shown.rule} allowDeselect={false} onChange={(rule) => rule && choose({ rule })} />
      <div className={classes.filter}>
        <DocumentFilter documents={scope.documents} filter={shown.where} onFilter={(where) => choose({ where })} label="Documents by attribute" />
      </div>
      <p className={classes.status} role="status">
        {pending && (
          <>
            <Loader size={14} aria-hidden /> Counting…
          </>
        )}
      </p>
    </form>
  );
}

function CodeOption({ code }: { code: ScopeCode | undefined }) {
  return <span style={{ paddingInlineStart: `${code?.depth ?? 0}rem` }}>{code?.name}</span>;
}

type SeveralProps = {
  /** What choosing none means. */
  whole: string;
  label: string;
  all: { value: string; label: string }[];
  chosen: readonly string[] | null;
  choose: (ids: string[] | null) => void;
};

function Several({ label, whole, all, chosen, choose }: SeveralProps) {
  const value = (chosen ?? []).filter((id) => all.some((each) => each.value === id));
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      label={label}
      size="sm"
      placeholder={chosen === null ? whole : value.length === 0 ? 'None that is still here' : undefined}
      data={all}
      value={value}
      searchable
      clearable
      hidePickedOptions
      onChange={(ids) => choose(ids.length > 0 ? ids : null)}
    />
  );
}
