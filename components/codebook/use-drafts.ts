import { useSessionStorage } from '@mantine/hooks';
import { useEffect, useMemo } from 'react';
import type { Code } from '@/lib/codebook';
import type { Table } from '@/lib/log';
import { emptyDraft, isEmpty, unsaved, type Draft } from './draft';

export type Drafts = {
  of: (id: string) => Draft;
  change: (id: string, how: (draft: Draft) => Draft) => void;
  /** Ids of codes with something unsaved. */
  unsaved: ReadonlySet<string>;
};

/** What was typed and not saved, per code. It outlives a change of page and a reload; closing the tab asks first. */
export function useDrafts(projectId: string, codes: Table<Code>): Drafts {
  const [kept, keep] = useSessionStorage<Record<string, Draft>>({
    key: `concord.drafts.${projectId}`,
    defaultValue: {},
  });
  const dirty = useMemo(
    () => new Set(Object.keys(kept).filter((id) => isDirty(kept[id]!, codes.get(id)))),
    [kept, codes],
  );

  useEffect(() => {
    if (dirty.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  return {
    of: (id) => kept[id] ?? emptyDraft,
    change: (id, how) => keep((all) => replaced(all, id, how(all[id] ?? emptyDraft))),
    unsaved: dirty,
  };
}

function isDirty(draft: Draft, code: Code | undefined): boolean {
  return code !== undefined && !isEmpty(unsaved(draft, code));
}

function replaced(all: Record<string, Draft>, id: string, draft: Draft): Record<string, Draft> {
  const { [id]: _, ...others } = all;
  return isEmpty(draft.now) ? others : { ...others, [id]: draft };
}
