import { Fragment, Mark, type Node } from '@tiptap/pm/model';

/**
 * A memo in the one form that Markdown can hold: no empty paragraphs or items, no line breaks at the ends of a
 * paragraph, lists and quotes of one kind joined, and no bold, italic or linked white space at the ends of a run. Words
 * are never lost by it.
 */
export function normal(node: Node): Node {
  if (node.isTextblock) return node.copy(normalInline(node));
  const blocks = node.children
    .map(normal)
    .filter((child) => !isEmpty(child))
    .reduce(joining, []);
  const needsLine = blocks.length === 0 || (isItem(node) && !blocks[0]!.isTextblock);
  return node.copy(Fragment.from(needsLine ? [node.type.schema.nodes.paragraph!.create(), ...blocks] : blocks));
}

function isItem({ type }: Node): boolean {
  return type.name === 'listItem';
}

function isEmpty(node: Node): boolean {
  return node.isTextblock ? /^\s*$/.test(node.textContent) : node.children.every(isEmpty);
}

function joining(blocks: Node[], next: Node): Node[] {
  const last = blocks.at(-1);
  if (!last || last.isTextblock || isItem(last) || last.type !== next.type) return [...blocks, next];
  return [...blocks.slice(0, -1), last.copy(Fragment.from([...last.children, ...next.children].reduce(joining, [])))];
}

/** One character of a line, or a line break (null), with its marks. */
type Letter = { text: string | null; marks: readonly Mark[] };

function normalInline(block: Node): Fragment {
  const letters = withoutOuterBreaks(block.children.flatMap(lettersOf));
  const types = Object.values(block.type.schema.marks);
  for (const type of types) {
    for (const run of runs(letters, (letter) => type.isInSet(letter.marks) ?? null))
      trim(run, (letter) => (letter.marks = type.removeFromSet(letter.marks)));
  }
  letters.forEach((letter, index) => {
    const [before, after] = [letters[index - 1], letters[index + 1]];
    if (letter.text === null && before && after && !Mark.sameSet(before.marks, after.marks)) letter.marks = Mark.none;
  });
  const { schema } = block.type;
  const nodes = letters.map(({ text, marks }) =>
    text === null ? schema.nodes.hardBreak!.create(null, null, marks) : schema.text(text, marks),
  );
  return Fragment.from(nodes.reduce(joiningText, []));
}

function lettersOf(node: Node): Letter[] {
  if (!node.isText) return [{ text: null, marks: node.marks }];
  // A vertical tab is white space that no character reference of Markdown can name.
  return Array.from(node.text!.replace(/[\r\n\v\0]/g, ' '), (text) => ({ text, marks: node.marks }));
}

function withoutOuterBreaks(letters: Letter[]): Letter[] {
  const first = letters.findIndex(({ text }) => text !== null);
  return first < 0 ? [] : letters.slice(first, letters.findLastIndex(({ text }) => text !== null) + 1);
}

/** The stretches of letters that share one mark of a kind. */
function runs(letters: Letter[], markOf: (letter: Letter) => Mark | null): Letter[][] {
  const found: Letter[][] = [];
  letters.forEach((letter, index) => {
    const [mark, before] = [markOf(letter), index > 0 ? markOf(letters[index - 1]!) : null];
    if (!mark) return;
    if (before?.eq(mark)) found.at(-1)!.push(letter);
    else found.push([letter]);
  });
  return found;
}

/** Does `unmark` to the white space at both ends of a run. */
function trim(run: Letter[], unmark: (letter: Letter) => void): void {
  const blank = ({ text }: Letter) => text === null || /^\s$/.test(text);
  const first = run.findIndex((letter) => !blank(letter));
  const last = run.findLastIndex((letter) => !blank(letter));
  run.forEach((letter, index) => {
    if (first < 0 || index < first || index > last) unmark(letter);
  });
}

function joiningText(nodes: Node[], next: Node): Node[] {
  const last = nodes.at(-1);
  if (!last?.isText || !next.isText || !Mark.sameSet(last.marks, next.marks)) {
    nodes.push(next);
    return nodes;
  }
  nodes[nodes.length - 1] = next.type.schema.text(last.text! + next.text!, next.marks);
  return nodes;
}
