import 'server-only';
import { z } from 'zod';
import { can, inScope, maySee, sealOfMarks, type Seal } from '@/lib/access';
import { brokenConstraint, db, isDeadlock, waitPatiently, type Tx } from '@/lib/db';
import { isRefusal, Refusal, unsound } from '@/lib/errors';
import { id } from '@/lib/log';
import { append, findChange, takeSeq, type Acting, type Perform, type Recorded, type Statement } from '@/lib/log/store';
import { findMembership, makeProject, type Membership } from '@/lib/projects/store';
import { unlessHeld } from './holding/store';
import { isKind, kindOf, type AnyKind, type KindName } from './kinds';
import { performers } from './performers';
import { refuseUndo } from './undoing/store';

/** One request as it comes in; its body is checked by its kind. */
export const changeRequest = z.strictObject({
  id,
  kind: z.string().max(60),
  body: z.unknown(),
  undoes: id.nullish(),
  step: id.nullish(),
});
export type CheckedRequest = z.infer<typeof changeRequest>;

/**
 * The one way a project changes: may they, is the body sound, do it, log it. A request whose id is already in the log
 * is a retry and gets the first answer again. `enclosed` is what came beside the request, for a kind that wants it.
 * Throws a `Refusal` and leaves nothing behind when the answer is no.
 */
export async function run(by: Membership, request: CheckedRequest, enclosed?: unknown): Promise<Recorded> {
  if (!isKind(request.kind)) throw new Refusal('invalid', `There is no change called “${request.kind.slice(0, 60)}”.`);
  const kind = kindOf(request.kind);
  refuseUnlessAllowed(by, kind);
  const asked = parse(kind, request.body);
  const { id, undoes = null, step = null } = request;
  const acting = { projectId: by.projectId, actorId: by.userId, id, kind: request.kind, undoes, step, enclosed };
  return perform(acting, kind, asked);
}

/**
 * Makes a project and the first change in it together, or neither: nobody finds an empty project where an import failed.
 * The project has the change's id, so that a retry finds both.
 */
export async function runInNewProject(
  userId: string,
  about: { title: string; description: string },
  { request, enclosed }: { request: CheckedRequest & { kind: KindName }; enclosed: unknown },
): Promise<{ projectId: string; recorded: Recorded }> {
  const { id, kind: name, body } = request;
  const acting = { projectId: id, actorId: userId, id, kind: name, undoes: null, step: null, enclosed };
  const first = await findChange(id, id);
  if (first) return { projectId: id, recorded: repeat(first, acting) };
  const performer = performers[name] as Omit<Steps, 'asked'>;
  const work = { kind: kindOf(name), steps: performer.steps, asked: parse(kindOf(name), body) };
  const make = async (tx: Tx) => {
    await makeProject(tx, userId, { ...about, id });
    return takeSteps(tx, acting, work);
  };
  const attempt = () => db().$transaction(make, { timeout: performer.within ?? 60_000 });
  const recorded = await unlessHeld(id, attempt).catch((error) => firstAnswer(acting, error));
  return { projectId: id, recorded };
}

/** What became of one request: what was recorded, or why nothing was. */
export type Answer = { id: string; recorded: Recorded } | { id: string; refused: Refusal };

/**
 * Runs requests one after another. A step ends with the first of its changes that is refused: whoever joins two
 * passages must not lose the second where the first could not grow.
 */
export async function runAll(by: Membership, requests: readonly CheckedRequest[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const ended = new Map<string, Refusal>();
  for (const request of requests) {
    const answer = await answerTo(by, request, ended.get(request.step ?? ''));
    if ('refused' in answer && request.step) ended.set(request.step, answer.refused);
    answers.push(answer);
  }
  return answers;
}

async function answerTo(by: Membership, request: CheckedRequest, ended: Refusal | undefined): Promise<Answer> {
  const { id } = request;
  if (ended) return { id, refused: ended };
  try {
    return { id, recorded: await run(by, request) };
  } catch (error) {
    // Who asks for many sends them all again: what was made already is answered as it was.
    if (isRefusal(error) && error.code !== 'busy') return { id, refused: error };
    throw error;
  }
}

/** True if this member may see this entry of the log: the seal for whose work it shows, and the kind's audience. */
export function maySeeChange(by: Membership, seal: Seal, { change, subject }: Recorded): boolean {
  const { shows, audience }: Partial<AnyKind> = isKind(change.kind) ? kindOf(change.kind) : {};
  if (!maySee(shows === 'mark' ? sealOfMarks(seal, by.role) : seal, subject)) return false;
  return audience === undefined || can(by.role, audience, by.settings);
}

async function perform(acting: Acting, kind: AnyKind, asked: unknown): Promise<Recorded> {
  const attempt = () => persevere(() => carryOut(acting, kind, asked));
  return unlessHeld(acting.projectId, attempt).catch((error) => firstAnswer(acting, error));
}

/** Whatever a retry runs into (a taken id, a coding already gone), the first time is what counts. */
async function firstAnswer(acting: Acting, error: unknown): Promise<Recorded> {
  const first = await findChange(acting.projectId, acting.id);
  if (first) return repeat(first, acting);
  if (!isRefusal(error) && isTaken(error)) {
    throw new Refusal('conflict', 'This id is taken; what is new needs a new one.', { cause: error });
  }
  throw error;
}

async function carryOut(acting: Acting, kind: AnyKind, asked: unknown): Promise<Recorded> {
  const performer = performers[acting.kind as keyof typeof performers];
  if ('statement' in performer) {
    if (acting.undoes) await refuseUndo(db(), acting, acting.undoes);
    return (performer.statement as Statement<unknown>)(acting, asked);
  }
  if ('steps' in performer) {
    const { prepare, ...rest } = performer as Omit<Steps, 'asked'> & { prepare?: (asked: unknown) => unknown };
    return inSteps(acting, kind, { ...rest, asked: prepare ? prepare(asked) : asked });
  }
  throw new Refusal('forbidden', 'Only the server itself makes changes of this kind.');
}

/**
 * Again, where two changes waited for each other: one that moves many codings at once holds the project and wants the
 * codings, an edit holds its coding and wants the project. Whichever was broken off has left nothing behind.
 */
async function persevere<T>(attempt: () => Promise<T>, left = 4): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (left === 0 || !isDeadlock(error)) throw error;
    return persevere(attempt, left - 1);
  }
}

type Steps = { asked: unknown; steps: Perform<unknown, unknown>; within?: number };

function inSteps(acting: Acting, kind: AnyKind, work: Steps): Promise<Recorded> {
  const { within } = work;
  if (within === undefined) return db().$transaction((tx) => takeSteps(tx, acting, { kind, ...work }));
  const patiently = async (tx: Tx) => {
    await waitPatiently(tx);
    return takeSteps(tx, acting, { kind, ...work });
  };
  return db().$transaction(patiently, { timeout: within });
}

/** The steps of a kind in a transaction that is there, with its entry in the log. */
async function takeSteps(tx: Tx, acting: Acting, { kind, asked, steps }: Steps & { kind: AnyKind }): Promise<Recorded> {
  const place = await takeSeq(tx, acting.projectId);
  const by = place && (await findMembership(acting.projectId, acting.actorId, tx));
  if (!place || !by) throw new Refusal('not-found', 'There is no such project.');
  // Asked again now that nothing else can change the project: a role may have ended since the request came in.
  refuseUnlessAllowed(by, kind);
  if (acting.undoes) await refuseUndo(tx, acting, acting.undoes);
  const body = await steps(tx, { ...acting, codebookVersion: place.codebookVersion }, asked);
  return append(tx, place.seq, { ...acting, body, subject: kind.subject(body) });
}

function parse(kind: AnyKind, body: unknown): unknown {
  const parsed = kind.body.safeParse(body);
  if (parsed.success) return parsed.data;
  throw unsound(parsed.error);
}

function refuseUnlessAllowed({ role, settings, scope }: Membership, kind: AnyKind): void {
  if (scope && !inScope(scope, kind.permission)) {
    throw new Refusal('forbidden', 'A token of this scope does not allow this. People can do it on the pages of Concord.');
  }
  if (can(role, kind.permission, settings)) return;
  throw new Refusal('forbidden', `Your role in this project (${role}) does not allow this.`);
}

/** Whether a write ran into a primary key or a unique one for which its domain has no sentence of its own. */
function isTaken(error: unknown): boolean {
  return /_p?key$/.test(brokenConstraint(error) ?? '');
}

function repeat(first: Recorded, acting: Pick<Acting, 'actorId' | 'kind'>): Recorded {
  const { actorId, kind } = first.change;
  if (actorId === acting.actorId && kind === acting.kind) return first;
  throw new Refusal('conflict', 'This id belongs to another change. A new change needs a new id.');
}
