import {
  apply,
  emptyHistory,
  inverseOf,
  isKind,
  kindOf,
  passOver,
  remember,
  stateOf,
  type AskedBody,
  type AskedChange,
  type History,
  type KindName,
  type StateData,
  type WorkspaceState,
} from '@/lib/door';
import type { Coding } from '@/lib/codings';
import { isRefusal, type Refusal } from '@/lib/errors';
import type { DownloadProgress } from '@/lib/interchange';
import { newId, Table, type Change, type ChangeRequest } from '@/lib/log';
import type { Presence } from '@/lib/projects/presence/presence';
import { KeptQueue } from './kept-queue';
import { follow, type Heard } from './live-feed';
import { Outbox, type Sending } from './outbox';
import { browserShelf } from './shelf';

/** How saving stands. `unsaved` counts what the server has not acknowledged yet. */
export type Saving = { state: Sending; unsaved: number };

/**
 * What subscribers see: the project with the viewer's own unsaved changes on top, how saving and undo stand, and who
 * else is in which document.
 */
export type View = {
  state: WorkspaceState;
  saving: Saving;
  history: History;
  /** Something is on its way that only the server can say how it will be logged. */
  isUnforeseen: boolean;
  here: readonly Presence[];
};

export type Start = { data: StateData; cursor: string; own: Change[] };

/** `stale`: the state should be asked for anew. `orphan`: a change made before a reload was refused now. */
export type Events = { stale: () => void; orphan: (refusal: Refusal) => void };

/** Received changes that are kept to be applied again over codings read a moment earlier. */
const keptChanges = 2_000;

/**
 * The one way components change a project and hear of others' changes. `confirmed` is the fold of what the server
 * has acknowledged; the view is that with the viewer's unsaved changes applied by the same function, so a highlight
 * appears at once and a refusal makes it vanish. Knows nothing of React.
 */
export class ProjectClient {
  private confirmed: WorkspaceState;
  private cursor: string;
  private unreadable = false;
  private recent: Change[] = [];
  private remembered = new Set<string>();
  private history: History = emptyHistory;
  private here: readonly Presence[] = [];
  private readonly downloads = new Map<string, DownloadProgress>();
  private view: View;
  private listeners = new Set<() => void>();
  private readonly outbox: Outbox;
  private reversing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly projectId: string,
    start: Start,
    private readonly events: Events,
  ) {
    const { orphan } = events;
    this.outbox = new Outbox(
      { projectId, viewerId: start.data.viewerId },
      { accepted: (change) => this.take(change), changed: () => this.refresh(), orphan },
    );
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

  /** How far a download of the viewer's is; null as long as nothing was told of it. */
  downloadNamed = (id: string): DownloadProgress | null => this.downloads.get(id) ?? null;

  belongsTo(projectId: string, { data }: Start): boolean {
    return this.projectId === projectId && this.confirmed.viewerId === data.viewerId;
  }

  /** Follows the project's log, and sends what earlier tabs could not, until the returned function is called. */
  connect(): () => void {
    const { viewerId } = this.confirmed;
    const hear = (heard: Heard) => this.hear(heard);
    const stop = follow({ projectId: this.projectId, viewerId, cursor: () => this.cursor, hear });
    this.keepQueue();
    return stop;
  }

  /** Looks after the queue again: somebody is back at the page, or the network is. */
  wake = (): void => {
    this.keepQueue();
    this.outbox.wake();
  };

  private keepQueue(): void {
    const shelf = this.outbox.kept ? null : browserShelf();
    const owner = { projectId: this.projectId, viewerId: this.confirmed.viewerId };
    if (shelf) this.outbox.kept = new KeptQueue(owner, shelf, navigator.locks);
    this.outbox.kept?.adopt((left) => this.outbox.adopt(left)).catch(() => {});
  }

  /**
   * Begins again from a newer snapshot, keeping the codings, settlements and comments at hand and what is not yet saved.
   * They are no part of a snapshot, so the log is read on from where it was heard last, unless the server cannot tell where that is.
   */
  restart(start: Start): void {
    const { codings, settlements, comments: heard } = this.confirmed;
    const comments = start.data.comments.reduce((table, comment) => table.with(comment), heard);
    this.confirmed = { ...stateOf(start.data), codings, settlements, comments };
    if (this.unreadable) this.cursor = start.cursor;
    this.unreadable = false;
    for (const change of start.own) this.keepForUndo(change);
    this.refresh();
    this.outbox.signedIn();
  }

  /** Takes in the codings of a document as the server saw them a moment ago, then what has been heard since. */
  load(documentId: string, codings: Coding[]): void {
    const others = [...this.confirmed.codings.values()].filter((coding) => coding.documentId !== documentId);
    this.confirmed = this.recent.reduce(apply, { ...this.confirmed, codings: Table.of([...others, ...codings]) });
    this.refresh();
  }

  /** Asks for a change. It shows at once where it can be foreseen; the promise rejects with the server's `Refusal`. */
  send<K extends KindName>(kind: K, body: AskedBody<K>, step: string | null = null): Promise<Change> {
    return this.outbox.add([{ id: newId(), kind, body, step }])[0]!;
  }

  /** Asks for the changes of one gesture, in order: they are undone together, and end with the first that is refused. */
  async sendStep(asked: readonly AskedChange[]): Promise<void> {
    const step = asked.length > 1 ? newId() : null;
    await allOrFirst(this.outbox.add(asked.map(({ kind, body }) => ({ id: newId(), kind, body, step }))));
  }

  /** Takes back the viewer's newest step, saved or still on its way. Resolves to false if there is none. */
  undo(): Promise<boolean> {
    return this.inTurn(({ undo }) => undo);
  }

  /** Does again what was undone last. */
  redo(): Promise<boolean> {
    return this.inTurn(({ redo }) => redo);
  }

  /**
   * One after the other: which step is the newest is known only when the one before has been taken back, and when what
   * cannot be foreseen has been answered.
   */
  private inTurn(which: (history: History) => Change[][]): Promise<boolean> {
    const reverse = async () => {
      if (this.view.isUnforeseen) await this.outbox.answered();
      return this.reverse(which(this.view.history).at(-1));
    };
    const turn = this.reversing.then(reverse, reverse);
    this.reversing = turn;
    return turn;
  }

  /** Takes back one change that stands in the history, whoever made it. */
  async takeBack(change: Change): Promise<void> {
    const inverse = inverseOf(change);
    if (inverse) await Promise.all(this.outbox.add([{ id: newId(), ...inverse, undoes: change.id, step: null }]));
  }

  private async reverse(changes: Change[] | undefined): Promise<boolean> {
    if (!changes) return false;
    const step = changes.length > 1 ? newId() : null;
    const requests = changes.toReversed().map((change) => {
      return { id: newId(), ...inverseOf(change)!, undoes: change.id, step };
    });
    try {
      await allOrFirst(this.outbox.add(requests));
    } catch (error) {
      if (isRefusal(error)) this.leaveStanding(changes);
      throw error;
    }
    return true;
  }

  /** What is refused stays so: the next key press takes back the step before it instead of being refused again. */
  private leaveStanding(step: Change[]): void {
    this.history = passOver(this.history, step);
    this.refresh();
  }

  private hear(heard: Heard): void {
    if (heard.what === 'opened') this.outbox.signedIn();
    if (heard.what === 'ended') this.outbox.signedOut();
    if (heard.what === 'presence' || heard.what === 'opened' || heard.what === 'ended') {
      this.here = heard.what === 'presence' ? heard.here : [];
      this.refresh();
    }
    if (heard.what === 'download') {
      this.downloads.set(heard.progress.id, heard.progress);
      this.listeners.forEach((listener) => listener());
    }
    if (heard.what === 'reload') {
      this.unreadable = true;
      this.askAnew();
    }
    if (heard.what !== 'change') return;
    this.cursor = heard.cursor;
    this.take(heard.change);
    this.refresh();
  }

  /** The author's own change comes twice, as answer and as echo: applying it twice is applying it once. */
  private take(change: Change): void {
    this.confirmed = apply(this.confirmed, change);
    this.recent = [...this.recent.slice(-keptChanges + 1), change];
    if (change.actorId === this.confirmed.viewerId) this.keepForUndo(change);
    if (this.confirmed.stale) this.askAnew();
    this.confirmed = { ...this.confirmed, stale: false };
  }

  /**
   * Asks for the state anew. What was heard until now must not be applied over what comes: a round that closed hid
   * changes in between, and its opening would hide again what its closing has shown.
   */
  private askAnew(): void {
    this.recent = [];
    this.events.stale();
  }

  private keepForUndo(change: Change): void {
    if (this.remembered.has(change.id)) return;
    this.remembered.add(change.id);
    this.history = remember(this.history, change);
  }

  private refresh(): void {
    this.view = this.look();
    this.listeners.forEach((listener) => listener());
  }

  private look(): View {
    let { confirmed: state, history } = this;
    let isUnforeseen = false;
    for (const request of this.outbox.requests) {
      const change = foreseen(state, request);
      if (!change) {
        isUnforeseen = true;
        continue;
      }
      state = apply(state, change);
      if (!this.remembered.has(change.id)) history = remember(history, change);
    }
    return {
      state,
      saving: { state: this.outbox.state, unsaved: this.outbox.requests.length },
      history,
      isUnforeseen,
      here: this.here,
    };
  }
}

/** Waits for every answer, so that what comes next finds all of it settled; rejects with the first refusal. */
async function allOrFirst(answers: Promise<Change>[]): Promise<void> {
  await Promise.allSettled(answers);
  await Promise.all(answers);
}

/** What the log will say once the server has said yes, as far as that can be told. */
function foreseen(state: WorkspaceState, { id, kind, body, undoes = null, step = null }: ChangeRequest): Change | null {
  if (!isKind(kind)) return null;
  const actorId = state.viewerId;
  const logged = kindOf(kind).foresee?.(body, { actorId, state });
  return logged ? { id, kind, actorId, at: new Date().toISOString(), body: logged, undoes, step } : null;
}
