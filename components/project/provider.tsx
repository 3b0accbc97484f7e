'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { AskedBody, AskedChange, KindName, WorkspaceState } from '@/lib/door';
import type { DownloadProgress } from '@/lib/interchange';
import type { Change } from '@/lib/log';
import type { Presence } from '@/lib/projects/presence/presence';
import { ProjectClient, type Events, type Saving, type Start } from './client';

const Client = createContext<ProjectClient | null>(null);

type Props = { projectId: string; snapshot: Start; children: ReactNode };

/** Holds the project for everything below it: one state, one live connection, one queue of unsaved changes. */
export function ProjectProvider({ projectId, snapshot, children }: Props) {
  const router = useRouter();
  const [client] = useState(() => clientFor(projectId, snapshot, { stale: () => router.refresh(), orphan: mourn }));
  const first = useRef(snapshot);

  useEffect(() => {
    if (first.current !== snapshot) client.restart(snapshot);
    first.current = snapshot;
    return client.connect();
  }, [client, snapshot]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (client.getView().saving.unsaved > 0) event.preventDefault();
    };
    const back = () => (document.visibilityState === 'visible' ? client.wake() : null);
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', client.wake);
    document.addEventListener('visibilitychange', back);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', client.wake);
      document.removeEventListener('visibilitychange', back);
    };
  }, [client]);

  return <Client value={client}>{children}</Client>;
}

let latest: ProjectClient | null = null;

/** Whoever leaves a project's pages with unsaved work and comes back finds the client that still has it. */
function clientFor(projectId: string, snapshot: Start, events: Events): ProjectClient {
  if (typeof window === 'undefined') return new ProjectClient(projectId, snapshot, events);
  if (latest?.belongsTo(projectId, snapshot) && latest.getView().saving.unsaved > 0) latest.restart(snapshot);
  else latest = new ProjectClient(projectId, snapshot, events);
  return latest;
}

export function useClient(): ProjectClient {
  const client = useContext(Client);
  if (!client) throw new Error('useClient is called outside a ProjectProvider');
  return client;
}

/** The project as it stands, the viewer's unsaved changes included. */
export function useProject(): WorkspaceState {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, client.getView, client.getView).state;
}

export function useSaving(): Saving {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, client.getView, client.getView).saving;
}

/** Who else is in which document just now, as far as the seal lets this person know. */
export function useHere(): readonly Presence[] {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, client.getView, client.getView).here;
}

/** How far a download of the viewer's is; null as long as nothing was told of it. */
export function useDownload(id: string): DownloadProgress | null {
  const client = useClient();
  const look = () => client.downloadNamed(id);
  return useSyncExternalStore(client.subscribe, look, look);
}

/** Sends a change and shows the server's sentence if it says no. Resolves to the change, or null if refused. */
export function useSend() {
  const client = useClient();
  return useCallback(
    async <K extends KindName>(kind: K, body: AskedBody<K>, step: string | null = null): Promise<Change | null> => {
      try {
        return await client.send(kind, body, step);
      } catch (error) {
        explain(error);
        return null;
      }
    },
    [client],
  );
}

/** Sends the changes of one gesture and shows the server's sentence if it says no. Resolves to whether all were made. */
export function useSendStep() {
  const client = useClient();
  return useCallback(
    async (asked: readonly AskedChange[]): Promise<boolean> => {
      try {
        await client.sendStep(asked);
        return true;
      } catch (error) {
        explain(error);
        return false;
      }
    },
    [client],
  );
}

/** Takes back a change that stands in the history, and shows the server's sentence if it says no. Resolves to whether it was. */
export function useTakeBack() {
  const client = useClient();
  return useCallback(
    (change: Change): Promise<boolean> =>
      client.takeBack(change).then(
        () => true,
        (error) => (explain(error), false),
      ),
    [client],
  );
}

/** Undo and redo of the viewer's own changes, and whether there is anything to undo or redo. */
export function useUndo() {
  const client = useClient();
  const { history } = useSyncExternalStore(client.subscribe, client.getView, client.getView);
  return {
    canUndo: history.undo.length > 0,
    canRedo: history.redo.length > 0,
    undo: () => client.undo().catch(explain),
    redo: () => client.redo().catch(explain),
  };
}

/** Shows why something was not done. */
export function explain(error: unknown): void {
  const message = error instanceof Error ? error.message : 'Something went wrong. Please try again.';
  notifications.show({ id: message, color: 'red', title: 'Not done', message, autoClose: 8_000 });
}

function mourn({ message }: Error): void {
  const title = 'A change from before this page was opened could not be saved';
  notifications.show({ id: message, color: 'red', title, message, autoClose: false });
}
