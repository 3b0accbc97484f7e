import { defaultTreeAdapter as adapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Refusal } from '@/lib/errors';

export type Element = Tree.Element;
export type Page = { head: Element | undefined; body: Element; title: string };

/** Elements deeper than this occur in pages made to exhaust whoever reads them. */
const deepest = 512;
const mostAttributes = 1_000;

/** A page as browsers understand it, however broken its markup. Nothing runs and nothing is fetched. */
export function parsePage(raw: string): Page {
  const root = find(parse(closed(raw), { treeAdapter: bounded() }), 'html');
  const body = root && (find(root, 'body') ?? find(root, 'frameset'));
  if (!root || !body) throw new Refusal('unreadable', 'This is not a web page (.html): it has no content.');
  const head = find(root, 'head');
  const title = head && find(head, 'title');
  return { head, body, title: title ? wordsIn(title) : '' };
}

export function isElement(node: Tree.ChildNode): node is Element {
  return 'tagName' in node;
}

/** An attribute's value, in lower case; '' where it is absent. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value.toLowerCase() ?? '';
}

export function wordsIn(element: Element): string {
  return element.childNodes
    .map((child) => (isElement(child) ? wordsIn(child) : 'value' in child ? child.value : ''))
    .join('');
}

function find(parent: Tree.ParentNode, name: string): Element | undefined {
  return parent.childNodes.filter(isElement).find(({ tagName }) => tagName === name);
}

/** Pages written as XML close elements in a way that, read as HTML, would swallow everything after them. */
function closed(raw: string): string {
  return raw.replace(/<(title|script|style|textarea|iframe|noscript|xmp|noframes)\b([^<>]*)\/>/gi, '<$1$2></$1>');
}

/** Builds the tree and refuses, while it grows, what is nested or laden beyond reason. */
function bounded(): typeof adapter {
  const depths = new WeakMap<object, number>();
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      if (attributes.length > mostAttributes) {
        throw new Refusal(
          'unreadable',
          `This page has an element with more than ${mostAttributes.toLocaleString('en')} attributes, as no article does. It was not read.`,
        );
      }
      return adapter.createElement(name, namespace, attributes);
    },
    appendChild(parent, child) {
      const depth = (depths.get(parent) ?? 0) + 1;
      if (depth > deepest)
        throw new Refusal(
          'unreadable',
          `This page is nested more than ${deepest} elements deep, as no article is. It was not read.`,
        );
      depths.set(child, depth);
      adapter.appendChild(parent, child);
    },
  };
}
