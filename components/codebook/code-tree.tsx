import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { moveKeys, useDragging, type Direction, type Moving } from '@/components/codes';
import type { CodeNode } from '@/lib/codebook';
import type { Counts } from './codebook';
import { CodeRow } from './code-row';
import { treeStep } from './tree-step';
import classes from './tree.module.css';

type Props = {
  nodes: CodeNode[];
  closed: ReadonlySet<string>;
  onToggle: (id: string) => void;
  selected: string | null;
  onSelect: (id: string) => void;
  counts: Counts;
  unsaved: ReadonlySet<string>;
  moving: Moving;
};

/** One tab stop; arrows walk and fold, letters jump, Enter chooses, Alt with an arrow moves the code itself. */
export function CodeTree({ nodes, closed, onToggle, selected, onSelect, counts, unsaved, moving }: Props) {
  const [walked, setWalked] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stepping = useRef<string | null>(null);
  const dragging = useDragging(moving);
  const places = useMemo(() => placesOf(nodes), [nodes]);
  const inSight = (id: string | null) => id !== null && nodes.some((node) => node.code.id === id);
  const current = [walked, selected].find(inSight) ?? nodes[0]?.code.id ?? null;

  const walk = (id: string) => {
    setWalked(id);
    rowOf(root.current, id)?.focus();
  };

  useEffect(() => {
    rowOf(root.current, selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  // A row that is moved in the page loses the focus; who moved it by keys wants to go on from there.
  useEffect(() => {
    if (!stepping.current) return;
    rowOf(root.current, stepping.current)?.focus();
    stepping.current = null;
  }, [nodes]);

  const stepWith = (id: string, direction: Direction) => {
    if (moving.canStep(id, direction)) stepping.current = id;
    moving.step(id, direction);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || !current) return;
    const direction = moveKeys[event.key];
    if (event.altKey && !direction) return;
    const step = event.altKey ? null : treeStep(nodes, { key: event.key, at: current, closed });
    if (event.altKey && direction) stepWith(current, direction);
    else if (step && 'walk' in step) walk(step.walk);
    else if (step && 'toggle' in step) onToggle(step.toggle);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(current);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={root} role="tree" aria-label="Codes" className={classes.tree} onKeyDown={onKeyDown}>
      {nodes.map((node) => (
        <CodeRow
          key={node.code.id}
          node={node}
          siblings={places.get(node.code.id)!}
          open={node.children.length > 0 ? !closed.has(node.code.id) : null}
          count={counts[node.code.id] ?? 0}
          unsaved={unsaved.has(node.code.id)}
          selected={node.code.id === selected}
          current={node.code.id === current}
          zone={dragging.zoneOf(node.code.id)}
          drag={dragging.handlers(node.code.id)}
          onToggle={onToggle}
          onSelect={(id) => {
            setWalked(id);
            onSelect(id);
          }}
        />
      ))}
    </div>
  );
}

function rowOf(root: HTMLElement | null, id: string | null): HTMLElement | null {
  return id ? (root?.querySelector<HTMLElement>(`[data-code="${id}"]`) ?? null) : null;
}

/** Each row's place among its siblings in sight, for screen readers. */
function placesOf(nodes: CodeNode[]): ReadonlyMap<string, { at: number; of: number }> {
  const families = Map.groupBy(nodes, ({ code, depth }) => (depth === 0 ? null : code.parentId)).values();
  return new Map(
    [...families].flatMap((family) =>
      family.map(({ code }, i) => [code.id, { at: i + 1, of: family.length }] as const),
    ),
  );
}
