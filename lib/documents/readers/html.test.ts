import { expect, it } from 'vitest';
import { readFile } from './read-file';

const read = (page: string | Uint8Array) =>
  readFile(typeof page === 'string' ? new TextEncoder().encode(page) : page, { name: 'a.html' });

it('takes the article that a page marks, without its menus, and says so', async () => {
  const page =
    '<body><header>Site</header><nav>Home News</nav><article><h1>Statement</h1><p>We met today and we agreed on everything.</p></article><aside>Read also</aside></body>';
  expect(await read(page)).toMatchObject({
    text: 'Statement\n\nWe met today and we agreed on everything.',
    title: 'Statement',
    warnings: ['Only the article of this page was taken; menus and other parts around it were left out.'],
  });
});

it('takes a page that marks no article whole', async () => {
  expect(await read('<div>First.</div><div>Second.<br>Line.</div>')).toMatchObject({
    text: 'First.\n\nSecond.\nLine.',
    warnings: [],
  });
});

it('keeps words only: no script, no style, no form, nothing that the page hides', async () => {
  const page =
    '<style>p{}</style><script>steal()</script><noscript>on</noscript><p>Kept <b>wo</b>rds<span hidden> Anna</span><span style="color:red; display: none"> Boris</span> <a href="javascript:steal()">here</a>.</p><textarea>typed</textarea><svg><title>t</title></svg><iframe src="//x">f</iframe>';
  expect((await read(page)).text).toBe('Kept words here.');
});

it('shows white space as a browser does', async () => {
  expect((await read('<p>  a \n b <i> c</i>\n<br>\n d&nbsp; e </p><pre>x\n  y</pre>')).text).toBe(
    'a b c\nd\u00a0 e\n\nx\n  y',
  );
});

it('tells headings, quotes, items with their numbers, and cells', async () => {
  const { text, blocks } = await read(
    '<h3>Head</h3><ol start="3"><li><p>Three</p><ul><li>Inner</li></ul></li><li value="9">Nine</li></ol><blockquote><p>Said.</p></blockquote><table><tr><th>A</th><td>B<p>b</p></td></tr><tr><td>C</td></tr></table>',
  );
  expect(text).toBe('Head\n\n3. Three\nInner\n9. Nine\n\nSaid.\n\nA\tB\nb\nC');
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 3],
    ['list-item', 1],
    ['list-item', 2],
    ['list-item', 1],
    ['quote', undefined],
    ['table-cell', undefined],
    ['table-cell', undefined],
    ['table-cell', undefined],
  ]);
});

it('believes the bytes before the declaration, and the declaration before a guess', async () => {
  const utf8 = '<meta charset="windows-1252"><p>naïve 😀</p>';
  expect(await read(utf8)).toMatchObject({ text: 'naïve 😀', encoding: 'utf-8', guessed: false });
  const russian = Buffer.concat([Buffer.from('<meta charset=koi8-r><p>'), Buffer.from([0xed, 0xc9, 0xd2])]);
  expect(await read(russian)).toMatchObject({ text: 'Мир', encoding: 'koi8-r', guessed: false });
});

it('survives markup written as XML', async () => {
  expect(
    (await read('<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><p>Words</p></body></html>'))
      .text,
  ).toBe('Words');
});
