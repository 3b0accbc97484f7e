import type { Coding } from '@/lib/codings';
import { cutText } from '@/lib/documents/cut-document';
import type { Archive } from '../archive';
import { allClosings, type Closing } from '../closing';
import type { Format } from '../formats/format';
import type { Reading } from '../incoming';
import type { About, Person, Piece } from './content';
import { livedIn, pastOf } from './lived';

/** Most codings in a piece. */
const together = 500;

/** What was read, without texts and codings. */
export async function aboutOf({ name, title, loses }: Format, { archive, notes }: Reading): Promise<About> {
  const { perCoder, perDocument, codings } = await countedIn(archive);
  const closings = await allClosings(archive.closings());
  const told = new Set(closings.map(({ roundId }) => roundId));
  const inRounds = takingPart(archive, closings, told);
  const mentioned = archive.comments.filter(({ roundId }) => told.has(roundId)).flatMap(({ mentions }) => mentions);
  const people = peopleOf(archive, perCoder, new Set([...inRounds, ...mentioned]));
  const { project, coderAttributes, attributes, codes, codebookVersion, documents } = archive;
  return {
    format: { name, title, loses },
    title: project.title,
    description: project.description,
    ...{ people, idle: archive.members.length - people.length },
    coderAttributes: [...coderAttributes],
    attributes: [...attributes],
    ...{ codes: [...codes], codebookVersion },
    documents: documents.map((document) => ({ ...document, codings: perDocument.get(document.id) ?? 0 })),
    finished: [...archive.finished],
    codings,
    ...{ pairs: [...archive.pairs], rounds: [...archive.rounds] },
    ...{ settlements: [...archive.settlements], comments: [...archive.comments] },
    closings: pastOf(
      closings.map(({ codings: _codings, ...rest }) => rest),
      archive.rounds,
    ),
    ...{ inRounds, notes },
  };
}

/** The documents of an archive that have a text, each cut and followed by the lives of its codings. */
export async function* piecesOf(archive: Archive): AsyncGenerator<Piece> {
  const codings = new ByDocument(archive);
  const past = pastOf((await allClosings(archive.closings())).map(byDocument), archive.rounds);
  for (const { id, language } of archive.documents) {
    const { text, blocks } = await archive.text(id);
    if (text !== '') yield { document: { id, cut: cutText(text, blocks, language) } };
    const now = await codings.of(id);
    const lives = livedIn(past, id, { then: ({ codings: then }) => then.get(id) ?? [], now });
    for (let at = 0; at < lives.length; at += together) yield { codings: lives.slice(at, at + together) };
  }
}

function byDocument({ roundId, codings }: Closing) {
  return { roundId, codings: Map.groupBy(codings, ({ documentId }) => documentId) };
}

async function countedIn(archive: Archive) {
  const perCoder = new Map<string, number>();
  const perDocument = new Map<string, number>();
  let codings = 0;
  for await (const some of archive.codings()) {
    codings += some.length;
    for (const { coderId, documentId } of some) {
      perCoder.set(coderId, (perCoder.get(coderId) ?? 0) + 1);
      perDocument.set(documentId, (perDocument.get(documentId) ?? 0) + 1);
    }
  }
  return { perCoder, perDocument, codings };
}

/** Everybody without whom the rounds that say how things stood at their closing would not be what they were. */
function takingPart(
  { rounds, settlements, comments }: Archive,
  closings: readonly Closing[],
  told: ReadonlySet<string>,
): Set<string> {
  const isTold = ({ roundId }: { roundId: string }) => told.has(roundId);
  return new Set([
    ...rounds
      .filter(({ id }) => told.has(id))
      .flatMap(({ coderIds, assigned }) => [...coderIds, ...Object.values(assigned ?? {}).flat()]),
    ...settlements.filter(isTold).map(({ adjudicatorId }) => adjudicatorId),
    ...comments.filter(isTold).map(({ authorId }) => authorId),
    ...closings.flatMap(({ codings, finished }) => [...codings, ...finished].map(({ coderId }) => coderId)),
  ]);
}

function peopleOf(
  { members, finished }: Archive,
  perCoder: ReadonlyMap<string, number>,
  named: ReadonlySet<string>,
): Person[] {
  const marks = Map.groupBy(finished, ({ coderId }) => coderId);
  const people = members.map(({ id, name, attributes }) => {
    return { id, name, attributes, codings: perCoder.get(id) ?? 0, marks: marks.get(id)?.length ?? 0 };
  });
  return people.filter(({ id, codings, marks: own }) => codings + own > 0 || named.has(id));
}

/** An archive's codings, which come by document in the order of its documents, as one asks for one document after another. */
class ByDocument {
  private readonly source: AsyncIterator<readonly Coding[]>;
  private held: readonly Coding[] = [];
  private at = 0;

  constructor(archive: Archive) {
    this.source = archive.codings()[Symbol.asyncIterator]();
  }

  async of(documentId: string): Promise<Coding[]> {
    const all: Coding[] = [];
    for (let next = await this.peek(); next?.documentId === documentId; next = await this.peek()) {
      this.at += 1;
      all.push(next);
    }
    return all;
  }

  private async peek(): Promise<Coding | undefined> {
    while (this.at >= this.held.length) {
      const { done, value } = await this.source.next();
      if (done) return undefined;
      [this.held, this.at] = [value, 0];
    }
    return this.held[this.at];
  }
}
