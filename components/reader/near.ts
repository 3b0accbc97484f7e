/** How far beyond the screen, in px, sections are kept painted. */
const margin = 1_200;

type Changed = (entered: number[], left: number[]) => void;

/** Tells which of the elements come near the screen and which leave it. Returns what stops the watch. */
export function watchNear(elements: readonly Element[], scroller: Element | null, changed: Changed): () => void {
  const indices = new Map(elements.map((element, index) => [element, index]));
  const observer = new IntersectionObserver(
    (entries) => {
      const at = (isNear: boolean) =>
        entries.filter((entry) => entry.isIntersecting === isNear).map(({ target }) => indices.get(target) ?? -1);
      changed(at(true), at(false));
    },
    { root: scroller, rootMargin: `${margin}px 0px` },
  );
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}

/** The element that scrolls the text, or null where the page itself does. */
export function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
