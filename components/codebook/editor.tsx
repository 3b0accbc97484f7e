import { useHotkeys } from '@mantine/hooks';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useProject, useUndo } from '@/components/project/provider';
import { CodePane } from './code-pane';
import type { Counts } from './codebook';
import { shownCodes } from './shown-codes';
import { TreePane } from './tree-pane';
import { useDrafts } from './use-drafts';
import classes from './codebook.module.css';

/** The tree on one side, the chosen code's form on the other. On a phone one of the two. */
export function Editor({ counts }: { counts: Counts }) {
  const { codes, project } = useProject();
  const drafts = useDrafts(project.id, codes);
  const { undo, redo } = useUndo();
  const picked = useSearchParams().get('code');
  const [view, setView] = useState({ query: '', closed: new Set<string>() as ReadonlySet<string>, archived: false });
  const nodes = useMemo(() => shownCodes(codes, view), [codes, view]);
  const selected = picked ?? nodes[0]?.code.id ?? null;
  useHotkeys([
    ['mod+Z', () => void undo()],
    ['mod+shift+Z', () => void redo()],
  ]);

  return (
    <div className={classes.panes} data-picked={picked !== null || undefined}>
      <TreePane
        nodes={nodes}
        view={view}
        onView={setView}
        selected={selected}
        counts={counts}
        unsaved={drafts.unsaved}
        onSelect={pick}
      />
      <CodePane key={selected} id={selected} drafts={drafts} counts={counts} onSelect={pick} />
    </div>
  );
}

/** Keeps the chosen code in the address, so that it can be linked to and survives a reload. */
function pick(id: string | null): void {
  window.history.replaceState(null, '', id ? `?code=${id}` : window.location.pathname);
}
