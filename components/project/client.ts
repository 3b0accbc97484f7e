import {
  apply,
  emptyHistory,
  inverseOf,
  isKind,
  kindOf,
  remember,
  stateOf,
  type AskedBody,
  type History,
  type KindName,
  type StateData,
  type WorkspaceState,
} from '@/lib/door';
import type { Coding } from '@/lib/codings';
import { Refusal, refusalCodes, type RefusalCode } from '@/lib/errors';
import type { Change, ChangeRequest } from '@/lib/log';

/** How saving stands. `unsaved` counts what the server has not acknowledged yet. */
export type Saving = { state: 'saved' | 'saving' | 'offline' | 'signed-out'; unsaved: number };

/** What subscribers see: the project with the viewer's own unsaved changes on top, and how saving and undo stand. */
export type View = { state: WorkspaceState; saving: Saving; history: History };

type Pending = { request: ChangeRequest; settle: (change: Change) => void; refuse: (error: Refusal) => void };
type Answer = { id: string; change?: Change; refused?: { code: string; message: string } };
type Start = { data: StateData; cursor: string; own: Change[] };

/** Received changes that are kept to be applied again over codings read a moment earlier. */
const keptChanges = 2_000;
const mostPerRequest = 200;

/**
 * The one way components change a project and hear of others' changes. `confirmed` is the fold of what the server
 * has acknowledged; the view is that with the viewer's unsaved changes applied by the same function, so a highlight
 * appears at once and a refusal makes it vanish. Knows nothing of React.
 */
export class ProjectClient {
  private confirmed: WorkspaceState;
  private cursor: string;
  private pending: Pending[] = [];
  private recent: Change[] = [];
  private remembered = new Set<string>();
  private history: History = emptyHistory;
  private saving: Saving['state'] = 'saved';
  private view: View;
  private listeners = new Set<() => void>();
  private source: EventSource | null = null;
  private sending = false;
  private reversing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly projectId: string,
    start: Start,
    private readonly onStale: () => void,
  ) {
    this.confirmed = stateOf(start.data);
    this.cursor = start.cursor;
    for (const change of start.own) this.keepForUndo(change);
    this.view = this.look();
  }

  getView = (): View => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Follows the project's log until the returned function is called. */
  connect(): () => void {
    const url = `/api/projects/${this.projectId}/stream?after=${encodeURIComponent(this.cursor)}`;
    const source = new EventSource(url);
    this.source = source;
    source.onmessage = ({ data, lastEventId }) => this.receive(JSON.parse(data) as Change, lastEventId);
    source.onopen = () => void this.flush();
    source.addEventListener('reload', () => this.onStale());
    source.addEventListener('ended', () => this.end(source));
    return () => source.close();
  }

  /** Begins again from a newer snapshot, keeping the codings at hand and what is not yet saved. */
  restart(start: Start): void {
    const { codings } = this.confirmed;
    this.confirmed = { ...stateOf(start.data), codings };
    this.cursor = start.cursor;
    for (const change of start.own) this.keepForUndo(change);
    if (this.saving === 'signed-out') this.announce('saved');
    this.refresh();
    void this.flush();
  }

  /** Takes in the codings of a document as the server saw them a moment ago, then what has been heard since. */
  load(documentId: string, codings: Coding[]): void {
    const others = this.confirmed.codings.filter((coding) => coding.documentId !== documentId);
    const all = codings.reduce((table, coding) => table.with(coding), others);
    this.confirmed = this.recent.reduce(apply, { ...this.confirmed, codings: all });
    this.refresh();
  }

  /** Asks for a change. It shows at once where it can be foreseen; the promise rejects with the server's `Refusal`. */
  send<K extends KindName>(kind: K, body: AskedBody<K>, step: string | null = null): Promise<Change> {
    return this.request({ id: crypto.randomUUID(), kind, body, step });
  }

  /** Takes back the viewer's newest step, saved or still on its way. Resolves to false if there is none. */
  undo(): Promise<boolean> {
    return this.inTurn(() => this.reverse(this.view.history.undo.at(-1)));
  }

  /** Does again what was undone last. */
  redo(): Promise<boolean> {
    return this.inTurn(() => this.reverse(this.view.history.redo.at(-1)));
  }

  /** One after the other: which step is the newest is known only when the one before has been taken back. */
  private inTurn(reverse: () => Promise<boolean>): Promise<boolean> {
    const turn = this.reversing.then(reverse, reverse);
    this.reversing = turn;
    return turn;
  }

  private async reverse(changes: Change[] | undefined): Promise<boolean> {
    if (!changes) return false;
    const step = changes.length > 1 ? crypto.randomUUID() : null;
    const requests = changes.toReversed().map((change) => {
      return this.request({ id: crypto.randomUUID(), ...inverseOf(change)!, undoes: change.id, step });
    });
    await Promise.all(requests);
    return true;
  }

  private request(request: ChangeRequest): Promise<Change> {
    return new Promise((settle, refuse) => {
      this.pending.push({ request, settle, refuse });
      this.refresh();
      void this.flush();
    });
  }

  /** Sends what waits, in order, one request at a time; tries again after a pause while the server is out of reach. */
  private async flush(): Promise<void> {
    if (this.sending || this.pending.length === 0 || this.saving === 'signed-out') return;
    this.sending = true;
    this.announce('saving');
    for (let pause = 500; this.pending.length > 0; pause = Math.min(pause * 2, 15_000)) {
      const batch = this.pending.slice(0, mostPerRequest);
      const outcome = await this.post(batch.map(({ request }) => request));
      if (outcome === 'signed-out') break;
      if (outcome === null) {
        this.announce('offline');
        await new Promise((again) => setTimeout(again, pause));
        continue;
      }
      pause = 250;
      this.settle(outcome);
    }
    this.sending = false;
    if (this.pending.length === 0) this.announce('saved');
  }

  /** The server's answers; null when there were none and the same requests should be sent again. */
  private async post(requests: ChangeRequest[]): Promise<Answer[] | 'signed-out' | null> {
    try {
      const response = await fetch(`/api/projects/${this.projectId}/changes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(requests),
      });
      if (response.status === 401) return this.announce('signed-out');
      if (response.status >= 500) return null;
      if (response.ok) return (await response.json()) as Answer[];
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      return requests.map(({ id }) => ({ id, refused: error }));
    } catch {
      return null;
    }
  }

  private settle(answers: Answer[]): void {
    for (const { id, change, refused } of answers) {
      const waiting = this.pending.find(({ request }) => request.id === id);
      this.pending = this.pending.filter((each) => each !== waiting);
      if (change) {
        this.take(change);
        waiting?.settle(change);
      } else if (refused) {
        waiting?.refuse(new Refusal(codeOf(refused.code), refused.message));
      }
    }
    this.refresh();
  }

  private receive(change: Change, cursor: string): void {
    this.cursor = cursor;
    this.take(change);
    this.refresh();
  }

  /** The author's own change comes twice, as answer and as echo: applying it twice is applying it once. */
  private take(change: Change): void {
    this.confirmed = apply(this.confirmed, change);
    this.recent = [...this.recent.slice(-keptChanges + 1), change];
    if (change.actorId === this.confirmed.viewerId) this.keepForUndo(change);
    if (this.confirmed.stale) this.onStale();
    this.confirmed = { ...this.confirmed, stale: false };
  }

  private keepForUndo(change: Change): void {
    if (this.remembered.has(change.id)) return;
    this.remembered.add(change.id);
    this.history = remember(this.history, change);
  }

  private end(source: EventSource): void {
    source.close();
    this.announce('signed-out');
  }

  private announce<S extends Saving['state']>(state: S): S {
    this.saving = state;
    this.refresh();
    return state;
  }

  private refresh(): void {
    this.view = this.look();
    this.listeners.forEach((listener) => listener());
  }

  private look(): View {
    let { confirmed: state, history } = this;
    for (const { request } of this.pending) {
      const change = foreseen(state, request);
      if (!change) continue;
      state = apply(state, change);
      if (!this.remembered.has(change.id)) history = remember(history, change);
    }
    return { state, saving: { state: this.saving, unsaved: this.pending.length }, history };
  }
}

/** What the log will say once the server has said yes, as far as that can be told. */
function foreseen(state: WorkspaceState, { id, kind, body, undoes = null, step = null }: ChangeRequest): Change | null {
  if (!isKind(kind)) return null;
  const actorId = state.viewerId;
  const logged = kindOf(kind).foresee?.(body, { actorId, state });
  return logged ? { id, kind, actorId, at: new Date().toISOString(), body: logged, undoes, step } : null;
}

function codeOf(code: string): RefusalCode {
  return refusalCodes.find((each) => each === code) ?? 'conflict';
}
