'use client';

import { Checkbox, MultiSelect } from '@mantine/core';
import { DocumentFilter } from '@/components/documents/filter/document-filter';
import { useProject } from '@/components/project/provider';
import { inOrder, path, pathSeparator } from '@/lib/codebook';
import { layers, type Layer } from '@/lib/codings';
import { mostChosen, type Selection } from '@/lib/interchange';
import classes from './export.module.css';

type Props = { selection: Selection; select: (selection: Selection) => void };

/** Narrows by code, coder, document, what documents say of themselves, and layer; nothing chosen means all. */
export function SelectionForm({ selection, select }: Props) {
  const { codes, members, documents } = useProject();
  const choose = (part: Partial<Selection>) => select({ ...selection, ...part });
  return (
    <form className={classes.form} aria-labelledby="selection" onSubmit={(event) => event.preventDefault()}>
      <div className={classes.codes}>
        <Several
          label="Codes"
          all={inOrder(codes.values()).map(({ code }) => ({
            value: code.id,
            label: path(codes, code.id).join(pathSeparator),
          }))}
          chosen={selection.codes}
          choose={(ids) => choose({ codes: ids })}
        />
        <Checkbox
          size="xs"
          label="and the codes below them"
          checked={selection.below}
          disabled={selection.codes.length === 0}
          onChange={(event) => choose({ below: event.currentTarget.checked })}
        />
      </div>
      <Several
        label="Coders"
        all={[...members.values()]
          .sort((a, b) => a.shade - b.shade)
          .map(({ id, name }) => ({ value: id, label: name }))}
        chosen={selection.coders}
        choose={(ids) => choose({ coders: ids })}
      />
      <Several
        label="Documents"
        all={[...documents.values()]
          .sort((a, b) => a.title.localeCompare(b.title))
          .map(({ id, title }) => ({ value: id, label: title }))}
        chosen={selection.documents}
        choose={(ids) => choose({ documents: ids })}
      />
      <Several
        label="Layers"
        all={layers.map((layer) => ({ value: layer, label: layerNames[layer] }))}
        chosen={selection.layers}
        choose={(chosen) => choose({ layers: layers.filter((layer) => chosen.includes(layer)) })}
      />
      <DocumentFilter
        label="Documents by attribute"
        documents={[...documents.values()]}
        filter={selection.where}
        onFilter={(where) => choose({ where })}
      />
    </form>
  );
}

const layerNames: Record<Layer, string> = {
  coder: 'Coders’ own',
  consensus: 'Consensus',
  imported: 'Imported',
  machine: 'Machine',
};

type SeveralProps = {
  label: string;
  all: { value: string; label: string }[];
  chosen: string[];
  choose: (ids: string[]) => void;
};

function Several({ label, all, chosen, choose }: SeveralProps) {
  return (
    <MultiSelect
      label={label}
      size="sm"
      placeholder={chosen.length === 0 ? 'All' : undefined}
      nothingFoundMessage="Nothing by that name"
      data={all}
      value={chosen.filter((id) => all.some((each) => each.value === id))}
      onChange={choose}
      maxValues={mostChosen}
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      searchable
      clearable
      hidePickedOptions
    />
  );
}
