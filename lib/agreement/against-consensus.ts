import { matchPair } from './boundaries';
import { alphaMasi, percentAgreement } from './coefficients';
import { figureOf } from './figure';
import { gather, partOfSets } from './gather';
import { momentsOf } from './moments';
import { allPairs, pairTable } from './pair-table';
import type { Choices, CodedDocument, Figure, Placed, ReportInput } from './report-shape';
import type { SpanMatching } from './span-matching';
import { countSets } from './tables';

/** A coding of the consensus: everything but whose it is. */
export type Settled = Omit<Placed, 'coderId'>;

/** How far one coder's work is from the consensus. */
export type AgainstConsensus = {
  readonly coderId: string;
  /** Documents that this coder finished and that are settled, and their units. */
  readonly documents: number;
  readonly units: number;
  readonly alpha: Figure;
  readonly percent: Figure;
  /** Whether passages begin and end where the consensus has them. */
  readonly passages: SpanMatching;
};

/**
 * Every coder against the consensus, over the documents in `consensus`: those on which nothing is left to settle, each
 * with its codings. The consensus enters as one more coder of its own, so the numbers are those of any pair of coders; it
 * is no coder anywhere else. High agreement is no wonder where the consensus was made of this coder's own codings.
 */
export function againstConsensus(
  input: ReportInput,
  choices: Choices,
  consensus: ReadonlyMap<string, readonly Settled[]>,
): AgainstConsensus[] {
  const documents = input.documents.flatMap((document) => {
    const settled = consensus.get(document.id);
    return settled ? [withConsensus(document, settled)] : [];
  });
  const coders = [...input.coders.filter(({ id }) => choices.coderIds?.includes(id) ?? true), { id: itself, name: '' }];
  const all = { ...choices, documentIds: undefined, coderIds: undefined };
  const gathering = gather({ ...input, documents, coders }, all);
  const { total } = countSets(gathering.coderIds, gathering.documents.map(partOfSets));
  const pairs = allPairs(total).filter(({ b }) => total.coders[b] === itself);
  return pairs.map((pair) => {
    const coderId = total.coders[pair.a]!;
    const both = pairTable(total, pair);
    const { documents: finished, ...passages } = matchPair(gathering, coderId, itself);
    const figures = { alpha: figureOf(alphaMasi, both), percent: figureOf(percentAgreement, both) };
    return { coderId, documents: finished, units: momentsOf(both).pairable, ...figures, passages };
  });
}

/** No id of a person is this. */
const itself = 'consensus';

function withConsensus(document: CodedDocument, settled: readonly Settled[]): CodedDocument {
  const codings = settled.map((coding) => ({ ...coding, coderId: itself }));
  return { ...document, finished: [...document.finished, itself], codings: [...document.codings, ...codings] };
}
