'use client';

import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useProject } from '@/components/project/provider';
import { Swatch } from '@/components/codes';
import { inOrder } from '@/lib/codebook';
import { layers } from '@/lib/codings';
import type { DocumentCodings } from './document-codings';
import { everything, hiddenCount, toggled, type Filter } from './filter';
import { FilterGroup } from './filter-group';
import classes from './sheets.module.css';

type Props = { codings: DocumentCodings; filter: Filter; setFilter: (filter: Filter) => void };

/** Which codings are in sight: by coder, layer and code. It hides or dims; it never changes anything. */
export function FilterMenu({ codings, filter, setFilter }: Props) {
  const { codes, members } = useProject();
  const hidden = hiddenCount(filter);
  const people = [...members.values()]
    .filter(({ id }) => codings.coders.has(id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const present = inOrder(codes.values()).filter(({ code }) => codings.codes.has(code.id));
  const presentLayers = layers.filter((layer) => codings.layers.has(layer));
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={classes.filtered}
          aria-pressed={hidden > 0}
          leftSection={<IconFilter size={16} />}
        >
          {hidden > 0 ? `Filtered (${hidden})` : 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.filter}>
        {codings.index.size === 0 && <p className={classes.hint}>Nothing is coded here yet.</p>}
        <SegmentedControl
          fullWidth
          size="xs"
          mb="sm"
          aria-label="What is not ticked"
          data={[
            { value: 'hide', label: 'Hide the rest' },
            { value: 'dim', label: 'Dim the rest' },
          ]}
          value={filter.how}
          onChange={(how) => setFilter({ ...filter, how: how === 'dim' ? 'dim' : 'hide' })}
        />
        <FilterGroup
          title="Coders"
          items={people}
          hidden={filter.coderIds}
          setHidden={(coderIds) => setFilter({ ...filter, coderIds })}
        >
          {({ id, name }) => (
            <Row
              key={id}
              name={name}
              count={codings.coders.get(id)}
              hidden={filter.coderIds.includes(id)}
              toggle={() => setFilter({ ...filter, coderIds: toggled(filter.coderIds, id) })}
            />
          )}
        </FilterGroup>
        {presentLayers.length > 1 && (
          <FilterGroup
            title="Layers"
            items={presentLayers.map((id) => ({ id }))}
            hidden={filter.layers}
            setHidden={(hide) => setFilter({ ...filter, layers: hide })}
          >
            {({ id }) => (
              <Row
                key={id}
                name={id}
                count={codings.layers.get(id)}
                hidden={filter.layers.includes(id)}
                toggle={() => setFilter({ ...filter, layers: toggled(filter.layers, id) })}
              />
            )}
          </FilterGroup>
        )}
        <FilterGroup
          title="Codes"
          items={present.map(({ code }) => code)}
          hidden={filter.codeIds}
          setHidden={(codeIds) => setFilter({ ...filter, codeIds })}
        >
          {({ id, name, color }) => (
            <Row
              key={id}
              name={name}
              color={color}
              count={codings.codes.get(id)}
              hidden={filter.codeIds.includes(id)}
              toggle={() => setFilter({ ...filter, codeIds: toggled(filter.codeIds, id) })}
            />
          )}
        </FilterGroup>
        {hidden > 0 && (
          <Button
            fullWidth
            mt="xs"
            size="compact-sm"
            variant="subtle"
            onClick={() => setFilter({ ...everything, how: filter.how })}
          >
            Show everything
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type RowProps = { name: string; color?: string; count: number | undefined; hidden: boolean; toggle: () => void };

function Row({ name, color, count = 0, hidden, toggle }: RowProps) {
  const label = (
    <span className={classes.filterLabel}>
      {color && <Swatch color={color} />}
      <span>{name}</span>
      <span className={classes.quiet}>{count}</span>
    </span>
  );
  return (
    <Checkbox
      size="xs"
      checked={!hidden}
      onChange={toggle}
      label={label}
      classNames={{ labelWrapper: classes.filterWrapper }}
    />
  );
}
