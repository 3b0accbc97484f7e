import { useEffect, useState } from 'react';
import { useProject } from '@/components/project/provider';

export type Counted = { codings: number; documents: number };
/** What the selection holds; `counted` stays while a newer count is on its way. */
export type CountState = { counted: Counted | null; waiting: boolean; fault: string | null };

const pauseMs = 250;

/** Counts at the server what a download would hold now, again whenever the selection or the project changes. */
export function useCount(projectId: string, query: string): CountState {
  const { codings, codes, documents, rounds } = useProject();
  const [state, setState] = useState<CountState>({ counted: null, waiting: true, fault: null });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setState((before) => ({ ...before, waiting: true }));
      try {
        const counted = await ask(`/api/projects/${projectId}/export/count?${query}`, stop.signal);
        setState({ counted, waiting: false, fault: null });
      } catch (error) {
        if (stop.signal.aborted) return;
        setState({ counted: null, waiting: false, fault: error instanceof Error ? error.message : String(error) });
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [projectId, query, codings, codes, documents, rounds]);
  return state;
}

async function ask(url: string, signal: AbortSignal): Promise<Counted> {
  const response = await fetch(url, { signal }).catch(() => null);
  if (!response) throw new Error('The server cannot be reached, so nothing is counted just now.');
  if (response.ok) return (await response.json()) as Counted;
  const { error } = (await response.json()) as { error: { message: string } };
  throw new Error(error.message);
}
