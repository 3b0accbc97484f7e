import { createHash } from 'node:crypto';
import { nextColor, type Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Attribute } from '@/lib/documents';
import { Refusal } from '@/lib/errors';
import type { Member } from '@/lib/projects';
import { directionOf, guessLanguage, isSpan, locate, normalise, plainBlocks, snap, type Span } from '@/lib/text';
import { guid, nameGuid } from './guid';
import type { Reading } from './incoming';
import { memoryArchive, type WholeDocument } from './memory-archive';

type DraftCode = Partial<
  Pick<Code, 'parentId' | 'color' | 'definition' | 'useWhen' | 'avoidWhen' | 'examples' | 'shortcut'>
>;
type DraftCoding = { documentId: string; codeId: string; coderId: string; span: Span } & Partial<
  Pick<Coding, 'memo' | 'createdAt'> & { key: string }
>;

/** A document of a draft, and the way from positions in what was read to positions in what is kept. */
export type DraftDocument = WholeDocument & {
  /** What the file calls it. */
  key: string;
  attributes: Record<string, string>;
  toStored(offset: number): number;
};

/**
 * A project in the making, for readers of other programs' files. It gives ids (a program's own GUIDs stay; anything else
 * always gets the same), brings texts into Concord's form, keeps passages from splitting characters, never puts one code
 * of one coder on one passage twice, and notes whatever it had to alter. All codings are of the layer `imported`.
 */
export class Draft {
  readonly documents: DraftDocument[] = [];
  readonly codes: Code[] = [];
  readonly members: Member[] = [];
  readonly attributes: Attribute[] = [];
  private readonly byId = new Map<string, DraftDocument>();
  private readonly codings = new Map<string, Coding>();
  private readonly taken = new Set<string>();
  private readonly notes = new Map<string, number>();
  private readonly now = new Date().toISOString();
  description = '';

  constructor(readonly title: string) {}

  /** A sentence for the report; `#` in it becomes how often it was noted. */
  note(sentence: string, times = 1): void {
    if (times > 0) this.notes.set(sentence, (this.notes.get(sentence) ?? 0) + times);
  }

  /** The member of this key, who is taken in at the first mention. */
  member(key: string, name: string): string {
    const id = this.idOf('member', key);
    if (!this.members.some((member) => member.id === id)) {
      this.members.push({
        id,
        name: named(name, 'Unknown coder'),
        role: 'coder',
        shade: this.members.length,
        removed: false,
        attributes: {},
      });
    }
    return id;
  }

  /** Takes in a code; one key twice is refused. */
  code(key: string, name: string, fields: DraftCode = {}): string {
    const id = this.unique('code', key, name);
    const parentId = fields.parentId ?? null;
    this.codes.push({
      ...{ id, parentId, name: named(name, 'Unnamed code') },
      position: this.codes.filter((code) => code.parentId === parentId).length,
      color: fields.color ?? nextColor(this.codes.map((code) => code.color)),
      ...{ shortcut: null, definition: '', useWhen: '', avoidWhen: '', examples: [], version: 1 },
      ...{ createdAt: this.now, archived: false },
      ...withoutUndefined(fields),
    });
    return id;
  }

  /** Says more of a code that is there already. */
  describe(id: string, fields: DraftCode): void {
    Object.assign(
      this.codes.find((code) => code.id === id)!,
      withoutUndefined(fields),
    );
  }

  /** The code with these names from the top down, made as far as it is not there. */
  codeAt(path: readonly string[]): string {
    let parentId: string | null = null;
    for (const [index, name] of path.entries()) {
      const key = path.slice(0, index + 1).join('\0');
      const id: string = this.idOf('code', key);
      parentId = this.taken.has(`code ${id}`) ? id : this.code(key, name, { parentId });
    }
    return parentId!;
  }

  /** Takes in a text; refused are only texts that nothing could store. */
  document(
    key: string,
    title: string,
    { raw, createdAt }: { raw: string; createdAt?: string | undefined },
  ): DraftDocument {
    const id = this.unique('document', key, title);
    const { text, toStored } = normalise(raw);
    const document: DraftDocument = {
      ...{ id, key, title: named(title, 'Untitled'), text, toStored, blocks: plainBlocks(text), attributes: {} },
      ...{ language: guessLanguage(text), direction: directionOf(text), length: text.length },
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      createdAt: createdAt ?? this.now,
    };
    this.documents.push(document);
    this.byId.set(id, document);
    return document;
  }

  /** Sets an attribute of a document; an empty value is none. */
  setAttribute(document: DraftDocument, key: string, value: string): void {
    if (value !== '') document.attributes[key] = value;
  }

  /** The key of the attribute of this name, which is made at the first mention. */
  attribute(name: string, { type = 'text', id }: { type?: Attribute['type']; id?: string } = {}): string {
    const ownId = this.idOf('attribute', id ?? name);
    const known = this.attributes.find((each) => each.id === ownId);
    if (known) return known.key;
    const key = freeKey(name, new Set(this.attributes.map((each) => each.key)));
    const position = this.attributes.length;
    this.attributes.push({ id: ownId, key, name: named(name, key), type, options: [], position });
    return key;
  }

  /** Puts a code on a passage. The span measures in the stored text. */
  coding({ documentId, codeId, coderId, span, ...rest }: DraftCoding): void {
    const { text } = this.byId.get(documentId)!;
    const { start, end } = snap(text, span);
    if (start !== span.start || end !== span.end) this.note('Passages widened so as not to split a character: #.');
    const place = [documentId, start, end, codeId, coderId].join();
    const known = this.codings.get(place);
    if (known) {
      this.note('Codings that stood there twice (one coder, code and passage) and came in once: #.');
      known.memo = [...new Set([known.memo, rest.memo ?? ''])].filter(Boolean).join('\n\n');
      return;
    }
    const createdAt = rest.createdAt ?? this.now;
    this.codings.set(place, {
      ...{ id: this.freeId(rest.key, place), documentId, codeId, coderId, layer: 'imported', start, end },
      ...{ quote: text.slice(start, end), memo: rest.memo ?? '', codebookVersion: 1, createdAt, updatedAt: createdAt },
    });
  }

  /** The passage that reads as was said of it: where the positions say, else nearby; what reads otherwise is noted. */
  quoted({ text, title }: DraftDocument, span: Span, quote: string): Span {
    if (!isSpan(span, text.length)) {
      throw new Refusal(
        'unreadable',
        `The passage from ${span.start} to ${span.end} does not lie in the text of “${title}”.`,
      );
    }
    if (quote === '' || same(text.slice(span.start, span.end), quote)) return span;
    const found = locate(text, quote, span.start);
    this.note(
      found
        ? 'Passages found by their words, not where they were said to be: #.'
        : 'Passages that read otherwise than was said of them: #.',
    );
    return found ?? span;
  }

  /** Adds to the memos of the codings on exactly this passage; false when there are none. */
  addMemo(documentId: string, { start, end }: Span, memo: string): boolean {
    const there = [...this.codings.values()].filter(
      (coding) => coding.documentId === documentId && coding.start === start && coding.end === end,
    );
    for (const coding of there) coding.memo = [coding.memo, memo].filter(Boolean).join('\n\n');
    return there.length > 0;
  }

  reading(): Reading {
    const { members, attributes, codes, title, description } = this;
    const documents = this.documents.map(({ toStored: _toStored, key: _key, ...document }) => document);
    const project = { id: nameGuid('project', title, ...documents.map(({ sha256 }) => sha256)), title, description };
    const codings = [...this.codings.values()];
    const archive = memoryArchive({
      project,
      codebookVersion: 1,
      members,
      coderAttributes: [],
      attributes,
      documents,
      pairs: [],
      codes,
      codings,
      finished: [],
      rounds: [],
      settlements: [],
      comments: [],
      closings: [],
    });
    return {
      archive,
      notes: [...this.notes].map(([sentence, times]) => sentence.replace('#', times.toLocaleString('en'))),
    };
  }

  /** A program's own GUID, or one made of whatever it calls the thing. */
  idOf(kind: string, key: string): string {
    return guid(key) ?? nameGuid(this.title, kind, key);
  }

  private unique(kind: string, key: string, name: string): string {
    const id = this.idOf(kind, key);
    if (this.taken.has(`${kind} ${id}`)) {
      throw new Refusal(
        'unreadable',
        `Two ${kind}s have the same id, ${key} (the second is “${name}”). Export it again.`,
      );
    }
    this.taken.add(`${kind} ${id}`);
    return id;
  }

  /** Codings may share a GUID in what others write; then only the first keeps it. */
  private freeId(key: string | undefined, place: string): string {
    const wanted = key === undefined ? null : guid(key);
    const id = wanted !== null && !this.taken.has(`coding ${wanted}`) ? wanted : nameGuid(this.title, 'coding', place);
    this.taken.add(`coding ${id}`);
    return id;
  }
}

function named(name: string, otherwise: string): string {
  if (name.length <= longestName) return name.trim() || otherwise;
  throw new Refusal('unreadable', `The name that begins “${name.slice(0, 40)}” is far too long for a name.`);
}

const longestName = 10_000;

/** Formats that go by lines write spaces for line ends, and some leave outer space out. */
function same(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** A key for an attribute as exports and filters name it. */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  const ascii = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  const key = ascii.slice(0, 50) || 'attribute';
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? key : `${key}_${n}`;
    if (!taken.has(tried)) return tried;
  }
}
