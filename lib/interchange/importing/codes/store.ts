import 'server-only';
import type { Code } from '@/lib/codebook';
import { brokenConstraint, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Pages } from '@/lib/log/pages/store';
import type { Acting } from '@/lib/log/store';
import type { About } from '../content';
import { lived, type Lived } from '../lived';
import type { Plan } from '../plan';

type Adding = { about: About; plan: Plan; pages: Pages };
type By = Acting & { codebookVersion: number };

/**
 * Adds the new codes under one version of the codebook, which is returned; codes that keep their layers keep their versions
 * as well, and the codebook takes the one that it had, or the newest of them.
 */
export async function addCodes(tx: Tx, by: By, { about, plan, pages }: Adding): Promise<number> {
  const version = versionAfter(by, { about, plan });
  const added = plan.codes.added.map((code) => ({ ...code, version: plan.keeps ? code.version : version }));
  const data = added.map(({ archived, ...code }) => {
    return { projectId: by.projectId, ...code, archivedAt: archived ? new Date() : null };
  });
  try {
    await tx.code.createMany({ data });
  } catch (error) {
    if (brokenConstraint(error) !== 'code_name_once') throw error;
    throw new Refusal(
      'conflict',
      'Two codes at one place have the same name. Please rename one of them in the file, or here.',
      { cause: error },
    );
  }
  await tx.project.update({ where: { id: by.projectId }, data: { codebookVersion: version } });
  await tell({ about, plan, pages }, { added, before: by.codebookVersion, version });
  return version;
}

function versionAfter(by: By, { about, plan: { keeps, codes } }: Omit<Adding, 'pages'>): number {
  if (keeps)
    return codes.added.reduce(
      (most, code) => Math.max(most, code.version),
      Math.max(by.codebookVersion, about.codebookVersion),
    );
  return codes.added.length > 0 ? by.codebookVersion + 1 : by.codebookVersion;
}

type Told = { added: readonly Code[]; before: number; version: number };

/** Writes down how the codebook came to be what it is: at each closing of a round as it was then, and in the end as it came. */
async function tell({ about, plan, pages }: Adding, { added, before, version }: Told): Promise<void> {
  const { past } = plan.rounds;
  const lives = lived([...past.map(({ codes }) => codes), about.codes]).flatMap((life) => lifeHere(life, plan, added));
  let said = before;
  for (const [stage, at] of [...past.map(({ codebookVersion }) => codebookVersion), version].entries()) {
    const { gone, fresh, other } = turnAt(stage, lives);
    if (gone.length > 0)
      await pages.add({ kind: 'code.delete', subject: null, bodies: [{ ids: gone, version: at }] }, stage);
    // The last one says which version the codebook has.
    const bodies = fresh.toSorted((a, b) => a.version - b.version).map((code) => ({ code }));
    await pages.add({ kind: 'code.add', subject: null, bodies }, stage);
    said = bodies.at(-1)?.code.version ?? (gone.length > 0 ? at : said);
    if (other.length === 0 && said === at) continue;
    await pages.add({ kind: 'code.restore', subject: null, bodies: [{ codes: other, version: at }] }, stage);
    said = at;
  }
}

/** A code as it was is told as it was; as it came, it is told as it came in, which is not at all where it joined one here. */
function lifeHere({ item, ...life }: Lived<Code>, { codes: { here } }: Plan, added: readonly Code[]): Lived<Code>[] {
  const id = here.get(item.id)!;
  if (life.to === null) return added.filter((code) => code.id === id).map((code) => ({ ...life, item: code }));
  return [{ ...life, item: { ...item, id, parentId: here.get(item.parentId ?? '') ?? null } }];
}

/** What goes at a stage, what comes for the first time, and what changes or comes back. */
function turnAt(stage: number, lives: readonly Lived<Code>[]): { gone: string[]; fresh: Code[]; other: Code[] } {
  const begun = lives.filter(({ from }) => from === stage).map(({ item }) => item);
  const known = new Set(lives.filter(({ from }) => from < stage).map(({ item }) => item.id));
  const stays = new Set(begun.map(({ id }) => id));
  return {
    gone: lives.flatMap(({ item, to }) => (to === stage && !stays.has(item.id) ? [item.id] : [])),
    fresh: begun.filter(({ id }) => !known.has(id)),
    other: begun.filter(({ id }) => known.has(id)),
  };
}
