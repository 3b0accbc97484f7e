import type { Page } from '@playwright/test';

/** What is painted on the text, by layer of the highlight: words and place on screen, in the order in which it was painted. */
export type Mark = { layer: string; words: string };

/** All marks that the browser paints on the text now, read back from its highlights. */
export function marks(page: Page): Promise<Mark[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].map((place) => {
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return { layer: name.replace(/^concord-\d+-\d+-/, ''), words: range.toString() };
      }),
    ),
  );
}
