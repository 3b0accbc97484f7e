import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { attributesInOrder } from '@/components/workspace/documents-in-order';
import { filterFields, isRanged, type DocumentFilter as Filter, type DocumentSummary } from '@/lib/documents';
import { ChoiceField } from './choice-field';
import { RangeField } from './range-field';
import classes from './filter.module.css';

type Props = {
  /** What there is to choose from is what these say. */
  documents: readonly Pick<DocumentSummary, 'language' | 'attributes'>[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  label?: string;
  /** For a narrow pane, where it is asked for now and then. */
  quiet?: boolean;
};

/** A button, and below it what documents can be chosen by: each attribute in the way of its type. */
export function DocumentFilter({ documents, filter, onFilter, label = 'Filter', quiet = false }: Props) {
  const { attributes } = useProject();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const narrowing = Object.values(filter).filter((wanted) => wanted.length > 0).length;
  return (
    <>
      <Button
        variant={narrowing > 0 ? 'filled' : quiet ? 'subtle' : 'default'}
        {...(quiet && narrowing === 0 && { color: 'gray' })}
        size={quiet ? 'compact-xs' : 'xs'}
        className={classes.button}
        leftSection={<IconFilter size={15} aria-hidden />}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {narrowing > 0 ? `${label} (${narrowing})` : label}
      </Button>
      <div id={panel} role="group" aria-label="Documents by their attributes" className={classes.panel} hidden={!open}>
        {open &&
          filterFields(attributesInOrder(attributes.values())).map((field) => {
            const props = {
              wanted: filter[field.key] ?? [],
              want: (wanted: string[]) => onFilter({ ...filter, [field.key]: wanted }),
            };
            return isRanged(field) ? (
              <RangeField key={field.key} {...{ ...props, field }} />
            ) : (
              <ChoiceField key={field.key} {...{ ...props, field, documents }} />
            );
          })}
        {narrowing > 0 && (
          <Button variant="subtle" size="xs" className={classes.button} onClick={() => onFilter({})}>
            Clear the filter
          </Button>
        )}
      </div>
    </>
  );
}
