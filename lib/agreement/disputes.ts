import { differences } from './differences';
import { gather, partFor, type Gathered, type Gathering } from './gather';
import { losses, type Losses } from './losses';
import type { Choices, Difference, Placed, ReportInput } from './report-shape';
import { clusters, type Cluster } from './clusters';

/** A code on which a passage divides the coders, and what alpha of that code loses by it. */
export type DividedCode = { readonly codeId: string; readonly units: number; readonly loss: number };

/** A passage on which finished coders do not all say the same: what an adjudicator decides about. */
export type Dispute = Cluster & {
  /** By their loss, the largest first. */
  readonly codes: readonly DividedCode[];
  /**
   * How much the mean of the codes' alphas would rise if all coders said the same here, with expected disagreement as it
   * is. Over all passages these add up to one minus that mean. 0 where nobody else decided about a code.
   */
  readonly loss: number;
};

/** A passage on which they do, with the codings that say it: for each code those of the way most coders drew it. */
export type Agreed = Cluster;

export type Passages = {
  /** The most costly first, then in text order. */
  readonly disputes: readonly Dispute[];
  readonly agreed: readonly Agreed[];
};

/**
 * The coded passages of a study, parted into those that must be settled and those on which all agree. Codings belong to
 * one passage when they touch a common unit, directly or through others: one sentence with two codes, or a paragraph and
 * the words in it, are decided about once. Documents that fewer than two coders finished have neither.
 */
export function disputes(input: ReportInput, choices: Choices): Passages {
  const gathering = gather(input, choices);
  const lost = losses(gathering);
  const divided = Map.groupBy(differences(input, choices), ({ documentId }) => documentId);
  const found: Dispute[] = [];
  const agreed: Agreed[] = [];
  for (const gathered of gathering.documents) {
    if (gathered.coders.length < 2) continue;
    const within = divided.get(gathered.document.id) ?? [];
    for (const cluster of clusters(gathered, codesOf(gathering))) {
      const codes = dividedCodes(cluster, within, lost);
      if (codes.length === 0 && isSharedBy(gathered, cluster))
        agreed.push({ ...cluster, codings: commonest(cluster.codings) });
      else
        found.push({
          ...cluster,
          codes,
          loss: codes.reduce((sum, { loss }) => sum + loss, 0) / Math.max(1, lost.codes),
        });
    }
  }
  return {
    disputes: found
      .map((dispute, order) => ({ dispute, order }))
      .sort(costlyFirst)
      .map(({ dispute }) => dispute),
    agreed,
  };
}

type Ordered = { dispute: Dispute; order: number };

/** Sums of the same shares in another order differ in their last digits; those are no reason to leave the text's order. */
function costlyFirst(a: Ordered, b: Ordered): number {
  const gap = b.dispute.loss - a.dispute.loss;
  return Math.abs(gap) > 1e-9 ? gap : a.order - b.order;
}

function codesOf({ codes }: Gathering): ReadonlySet<string> {
  return new Set(codes.map(({ id }) => id));
}

function dividedCodes({ start, end }: Cluster, within: readonly Difference[], lost: Losses): DividedCode[] {
  const here = within.filter(({ unit }) => unit.start >= start && unit.end <= end);
  const codes = [...Map.groupBy(here, ({ codeId }) => codeId)].map(([codeId, units]) => ({
    codeId,
    units: units.length,
    loss: units.reduce((sum, { yes, no }) => sum + lost.of(codeId, { yes: yes.length, no: no.length }), 0),
  }));
  return codes.sort((a, b) => b.loss - a.loss);
}

/** Nothing is agreed upon where a code is so young that one coder alone could use it. */
function isSharedBy(gathered: Gathered, { codings }: Cluster): boolean {
  const codes = new Set(codings.map(({ codeId }) => codeId));
  return [...codes].every((codeId) => partFor(gathered, codeId).marks.size >= 2);
}

/**
 * For each code, the spans of the way in which most coders drew them: of ways that are equally common the one that covers
 * most, then the one that begins first.
 */
function commonest(codings: readonly Placed[]): Placed[] {
  return [...Map.groupBy(codings, ({ codeId }) => codeId).values()].flatMap((some) => {
    const drawn = [...Map.groupBy(some, ({ coderId }) => coderId).values()];
    const ways = [...Map.groupBy(drawn, wayOf).values()].map((alike) => ({
      times: alike.length,
      spans: distinct(alike[0]!),
    }));
    const [first] = ways.sort(
      (a, b) => b.times - a.times || covered(b.spans) - covered(a.spans) || begins(a.spans) - begins(b.spans),
    );
    return first!.spans;
  });
}

function wayOf(codings: readonly Placed[]): string {
  return distinct(codings)
    .map(({ start, end }) => `${start}-${end}`)
    .join();
}

/** Each span once, in text order. */
function distinct(codings: readonly Placed[]): Placed[] {
  const spans = new Map(codings.map((coding) => [`${coding.start}-${coding.end}`, coding]));
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function covered(codings: readonly Placed[]): number {
  return codings.reduce((sum, { start, end }) => sum + end - start, 0);
}

function begins(codings: readonly Placed[]): number {
  return Math.min(...codings.map(({ start }) => start));
}
