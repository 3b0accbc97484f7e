import { globSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { writingFormats } from '@/lib/interchange/formats';
import { token, type Person } from '@/prisma/builders';
import { sessionToken } from './fixtures';

/** What stands in addresses in place of the names in brackets. */
export type Places = { project: string; document: string[]; round: string[]; code: string[] };

/** What comes after an address besides nothing: the choices that pages and routes know. */
const queries: Record<string, (places: Places) => string[]> = {
  '/projects/[project]/agreement': () => ['?unit=word', '?codes=rolled&rule=whole'],
  '/projects/[project]/documents/[document]': () => ['?filter=all'],
  '/projects/[project]/rounds/[round]/adjudication': () => ['?names=shown'],
  '/projects/[project]/history': ({ document, code }) => [
    `?document=${document[0]}`,
    `?code=${code[0]}`,
    '?from=2020-01-01',
  ],
  '/projects/[project]/codebook/review': ({ code }) => [`?code=${code[0]}`],
  '/api/v1/projects/[project]/agreement': ({ document }) => ['?unit=word&codes=rolled', `?document=${document[0]}`],
  '/api/v1/projects/[project]/codings': () => ['?limit=2', '?layer=coder', '?below=no&limit=1'],
  '/api/projects/[project]/export/count': () => ['?below=no', '?layer=coder', '?layer=consensus'],
};

/**
 * The address of every page and every route below a project that can be read, found from the files under app/, once
 * for each document and format. A new name in brackets has to be given places before this passes.
 */
export function readableAddresses(places: Places): string[] {
  const files = globSync('app/**/{page.tsx,route.ts}').filter((file) => file.includes('[project]'));
  return files
    .flatMap((file) => {
      const path = file
        .replace(/^app/, '')
        .replace(/\/(page\.tsx|route\.ts)$/, '')
        .replaceAll(/\/\([^)]*\)/g, '');
      return filled(path, places).flatMap((address) =>
        ['', ...(queries[path]?.(places) ?? [])].map((query) => address + query),
      );
    })
    .filter((address) => !address.endsWith('/stream'))
    .sort();
}

function filled(path: string, places: Places): string[] {
  const known: Record<string, string[]> = {
    ...places,
    project: [places.project],
    import: ['00000000-0000-4000-8000-000000000000'],
    file: writingFormats.map(({ name, extension }) => `${name}.${extension}`),
  };
  const name = /\[([^\]]+)\]/.exec(path)?.[1];
  if (!name) return [path];
  if (!known[name]) throw new Error(`Say in e2e/crawl.ts what stands for [${name}] in ${path}.`);
  return known[name].flatMap((value) => filled(path.replace(`[${name}]`, value), places));
}

/**
 * The answer to each address, as this person gets it, by their token where it is for scripts, else by their cookie; times since the given one (in ms)
 * are the time of asking.
 */
export async function crawl(who: Person, addresses: readonly string[], since: number): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses) answers.set(address, await answer(who, address, since));
  return answers;
}

/** A time in ms after all that was done so far and before all to come, also where times are written in whole seconds. */
export async function nextSecond(): Promise<number> {
  const second = (Math.floor(Date.now() / 1000) + 1) * 1000;
  await new Promise((resolve) => setTimeout(resolve, second - Date.now() + 1));
  return second;
}

async function answer(who: Person, address: string, since: number): Promise<string> {
  const response = await fetch(process.env.NEXTAUTH_URL! + address, {
    headers: address.startsWith('/api/v1/') ? await bearerOf(who, address) : await cookieOf(who),
    redirect: 'manual',
  });
  const headers = ['content-type', 'content-disposition', 'etag', 'last-modified', 'location'].map((name) =>
    response.headers.get(name),
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = words(bytes);
  const said = headers[0]?.startsWith('text/html') ? pageWords(text) : text;
  return [response.status, ...headers, masked(said, since)].join('\n');
}

export async function cookieOf(who: Person): Promise<{ cookie: string }> {
  return { cookie: `next-auth.session-token=${await sessionToken(who)}` };
}

const bearers = new Map<string, Promise<string>>();

/** A token of this person's for the project of an address; the same one again and again. */
async function bearerOf(who: Person, address: string): Promise<{ authorization: string }> {
  const projectId = address.split('/')[4]!.replace(/\?.*/, '');
  const key = `${who.id} ${projectId}`;
  if (!bearers.has(key)) bearers.set(key, token({ projectId, userId: who.id }));
  return { authorization: `Bearer ${await bearers.get(key)}` };
}

/** The words of an answer; of an archive the words of all files in it. */
function words(bytes: Uint8Array): string {
  if (strFromU8(bytes.subarray(0, 2), true) !== 'PK') return strFromU8(bytes);
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  return files.map(([name, content]) => `${name}\n${words(content)}`).join('\n');
}

/**
 * A page is sent in pieces as they become ready, numbered in that order: its markup and its data in a settled order,
 * without those numbers.
 */
function pageWords(html: string): string {
  const pushed = [...html.matchAll(/self\.__next_f\.push\((\[1,"(?:[^"\\]|\\.)*"\])\)/g)];
  const rows = pushed
    .map(([, json]) => (JSON.parse(json!) as [number, string])[1])
    .join('')
    .split('\n');
  const markup = html.replaceAll(/<script[\s\S]*?<\/script>/g, '').split(/(?=<div hidden id=)/);
  const unnumbered = (text: string) => text.replaceAll(/^[0-9a-f]+:|\$[L@]?[0-9a-f]+|\b[BSP]:[0-9a-f]+/g, '#');
  return [...markup.map(unnumbered).sort(), ...rows.map(unnumbered).sort()].join('\n');
}

/** Without what differs between two answers to one question: the time of asking, cursors and nonces, which are made anew. */
function masked(text: string, since: number): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, (time) =>
      Date.parse(time) >= since ? '<now>' : time,
    )
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '<now>')
    .replaceAll(/(\\?"(?:cursor|next)\\?":\\?")[\w-]{20,}/g, '$1<cursor>')
    .replaceAll(/(nonce\\?"?[=:]\\?")[\w=-]+/g, '$1<nonce>');
}

/** Where two answers part, with some of what stands around it in each; null when they are the same. */
export function difference(answer: string, other: string): { here: string; there: string } | null {
  if (answer === other) return null;
  let at = 0;
  while (answer[at] === other[at]) at++;
  return { here: answer.slice(at - 150, at + 150), there: other.slice(at - 150, at + 150) };
}
