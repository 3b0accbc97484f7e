import type { Coding } from '@/lib/codings';
import { cutText } from '@/lib/documents/cut-document';
import type { Archive } from '../archive';
import type { Format } from '../formats/format';
import type { Reading } from '../incoming';
import type { About, Person, Piece } from './content';

/** Most codings in a piece. */
const together = 500;

/** What was read, without texts and codings. */
export async function aboutOf({ name, title, loses }: Format, { archive, notes }: Reading): Promise<About> {
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
  const { project, coderAttributes, attributes, codes, documents, finished, rounds } = archive;
  return {
    format: { name, title, loses },
    title: project.title,
    description: project.description,
    people: peopleOf(archive, perCoder),
    coderAttributes: [...coderAttributes],
    attributes: [...attributes],
    codes: [...codes],
    documents: documents.map((document) => ({ ...document, codings: perDocument.get(document.id) ?? 0 })),
    finished: [...finished],
    codings,
    rounds: rounds.length,
    pairs: archive.pairs.length,
    notes,
  };
}

/** The documents of an archive that have a text, each cut and followed by its codings. */
export async function* piecesOf(archive: Archive): AsyncGenerator<Piece> {
  const codings = new ByDocument(archive);
  for (const { id, language } of archive.documents) {
    const { text, blocks } = await archive.text(id);
    if (text !== '') yield { document: { id, cut: cutText(text, blocks, language) } };
    for await (const some of codings.of(id)) yield { codings: some };
  }
}

function peopleOf({ members, finished }: Archive, perCoder: ReadonlyMap<string, number>): Person[] {
  const marks = Map.groupBy(finished, ({ coderId }) => coderId);
  const people = members.map(({ id, name, attributes }) => {
    return { id, name, attributes, codings: perCoder.get(id) ?? 0, marks: marks.get(id)?.length ?? 0 };
  });
  return people.filter((person) => person.codings + person.marks > 0);
}

/** An archive's codings, which come by document in the order of its documents, as one asks for one document after another. */
class ByDocument {
  private readonly source: AsyncIterator<readonly Coding[]>;
  private held: readonly Coding[] = [];
  private at = 0;

  constructor(archive: Archive) {
    this.source = archive.codings()[Symbol.asyncIterator]();
  }

  async *of(documentId: string): AsyncGenerator<Coding[]> {
    let some: Coding[] = [];
    for (let next = await this.peek(); next?.documentId === documentId; next = await this.peek()) {
      this.at += 1;
      if (some.push(next) < together) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
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
