import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { AddCode, useMoving } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import type { CodeNode } from '@/lib/codebook';
import { CodeTree } from './code-tree';
import type { Counts } from './codebook';
import { MoveBar } from './move-bar';
import type { TreeView } from './shown-codes';
import classes from './tree.module.css';

type Props = {
  nodes: CodeNode[];
  view: TreeView;
  onView: (view: TreeView) => void;
  selected: string | null;
  counts: Counts;
  unsaved: ReadonlySet<string>;
  onSelect: (id: string | null) => void;
};

export function TreePane({ nodes, view, onView, selected, counts, unsaved, onSelect }: Props) {
  const { codes } = useProject();
  const [adding, setAdding] = useState(false);
  const moving = useMoving(nodes, (id) => onView({ ...view, closed: removed(view.closed, id) }));
  const archived = [...codes.values()].filter((code) => code.archived).length;
  return (
    <section className={classes.pane} aria-label="Codes">
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          aria-label="Search codes and their rules"
          placeholder="Search codes"
          leftSection={<IconSearch size={14} />}
          value={view.query}
          onChange={(event) => onView({ ...view, query: event.currentTarget.value })}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(!adding)}
          aria-expanded={adding}
        >
          Add code
        </Button>
      </div>
      {adding && (
        <AddCode parentId={null} label="Name of the new code" onAdded={onSelect} onClose={() => setAdding(false)} />
      )}
      <CodeTree
        nodes={nodes}
        closed={view.query ? none : view.closed}
        onToggle={(id) =>
          onView({ ...view, closed: view.closed.has(id) ? removed(view.closed, id) : new Set([...view.closed, id]) })
        }
        selected={selected}
        onSelect={onSelect}
        counts={counts}
        unsaved={unsaved}
        moving={moving}
      />
      {nodes.length === 0 && (
        <p className={classes.nothing}>No code matches. Search looks at names, definitions and rules.</p>
      )}
      <div className={classes.foot}>
        <MoveBar selected={selected} moving={moving} />
        {archived > 0 && (
          <Checkbox
            size="xs"
            label={`Show archived (${archived})`}
            checked={view.archived}
            onChange={(event) => onView({ ...view, archived: event.currentTarget.checked })}
          />
        )}
      </div>
      <p role="status" className={classes.spoken}>
        {moving.announcement}
      </p>
    </section>
  );
}

const none: ReadonlySet<string> = new Set();

function removed(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
