import { attribute, isElement, wordsIn, type Element, type Page } from './page';
import { isLeftOut } from './body';

/**
 * The parts of a page that are its article. A page marks it itself (`article`, `main`); where that holds most of the
 * words, the rest is menus and links. A page that marks nothing is taken whole, so that nothing is lost unsaid.
 */
export function mainContent({ body }: Page): { roots: Element[]; without: string[] } {
  const whole = sizeOf(body);
  const marked = [
    articles(body),
    all(body, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main'),
  ];
  const roots = marked.find((elements) => elements.length > 0 && total(elements) >= whole / 4) ?? [body];
  if (roots[0] === body) return { roots, without: without(menus(body)) };
  return { roots, without: without(whole > total(roots)) };
}

/** Articles that lie in no other article. Many small ones are a list of teasers, not a statement. */
function articles(body: Element): Element[] {
  const found = all(body, ({ tagName }) => tagName === 'article');
  return found.length <= 3 ? found : [];
}

function all(parent: Element, fits: (element: Element) => boolean): Element[] {
  return parent.childNodes
    .filter(isElement)
    .flatMap((child) => (isLeftOut(child) ? [] : fits(child) ? [child] : all(child, fits)));
}

/** How many characters an element would give. */
function sizeOf(parent: Element): number {
  return parent.childNodes.reduce((sum, child) => {
    if (!isElement(child)) return sum + ('value' in child ? child.value.trim().length : 0);
    return isLeftOut(child) ? sum : sum + sizeOf(child);
  }, 0);
}

function total(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + sizeOf(element), 0);
}

function menus(body: Element): boolean {
  return body.childNodes
    .filter(isElement)
    .some((child) => (child.tagName === 'nav' ? wordsIn(child).trim() !== '' : menus(child)));
}

function without(something: boolean): string[] {
  return something ? ['Only the article of this page was taken; menus and other parts around it were left out.'] : [];
}
