import 'server-only';
import type { z } from 'zod';
import type { AskedChoices, CodeView } from '@/components/agreement/choices';
import { sealedAsked, type Scope } from '@/components/agreement/scope';
import { documentFilter, filterFault } from '@/lib/documents';
import { Refusal } from '@/lib/errors';
import type { Membership } from '@/lib/projects/store';
import { countAgreement, readScope } from '../agreement';
import type { operations } from './operations';

type Query = z.infer<(typeof operations)['countAgreement']['query']>;

/** The report of the Agreement page for one set of choices, by the same workers and under the same seal. */
export async function reported({ projectId, userId, role, settings }: Membership, query: Query, signal: AbortSignal) {
  const by = { projectId, userId, role, settings };
  const asked = choicesOf(query);
  const scope = await readScope(by, asked);
  refuseUnknown(scope, asked);
  const { report, at } = await countAgreement({ by, scope, asked }, signal);
  const { unit, rule, rollUp, seed, replicates } = report.choices;
  const { choices: _, ...found } = report;
  const sealed = sealedAsked(scope, asked).map(({ document }) => document.id);
  return { countedAt: at, unit, rule, rollUp, seed, replicates, sealed, ...found };
}

function choicesOf({ round, at, document, where, coder, code, unit, rule, codes }: Query): AskedChoices {
  const listed = (ids: string[]) => (ids.length > 0 ? ids : null);
  return {
    ...{ documents: listed(document), where: documentFilter(where), coders: listed(coder), only: listed(code) },
    ...{ round: round ?? null, at: at ?? null, unit, rule, codes: codes as CodeView, by: null },
  };
}

/** A page passes over what is not there any more; a script that names it would take the wrong number for the right one. */
function refuseUnknown(scope: Scope, { round, documents, where, coders, only }: AskedChoices): void {
  const fault = filterFault(where, scope.documentAttributes);
  if (fault) throw new Refusal('invalid', fault);
  const sealed = scope.sealed.map(({ document }) => document);
  const lists = [
    ['closed round', scope.rounds, round === null ? [] : [round]],
    ['document', [...scope.documents, ...sealed], documents ?? []],
    ['coder', scope.coders, coders ?? []],
    ['code', scope.codes, only ?? []],
  ] as const;
  for (const [what, there, wanted] of lists) {
    const known = new Set(there.map(({ id }) => id));
    const missing = wanted.find((id) => !known.has(id));
    if (missing) throw new Refusal('not-found', `There is no ${what} with the id ${missing} in what can be counted.`);
  }
}
