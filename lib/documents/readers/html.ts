import { decodeHtml } from './web/decode';
import { mainContent } from './web/main-content';
import { parsePage } from './web/page';
import { writeElement } from './web/body';
import { pageProperties } from './web/properties';
import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { namedBy, titleOf } from './titles';

/**
 * Web pages and text copied from them: the words of the article, without menus, scripts and forms. Nothing that the
 * page names is fetched and none of its markup is kept.
 */
export const html: Reader = {
  format: 'html',
  title: 'Web page',
  extensions: ['.html', '.htm', '.xhtml'],
  read(bytes, asked) {
    const { raw, encoding, guessed } = decodeHtml(bytes, asked);
    const page = parsePage(raw);
    const { roots, without } = mainContent(page);
    const writer = new TextWriter();
    for (const root of roots) writeElement(writer, root);
    const { text, blocks } = writer.finish();
    const title = titleOf(text, blocks) ?? namedBy(page.title);
    return { text, blocks, warnings: without, title, properties: pageProperties(page), encoding, guessed };
  },
};
