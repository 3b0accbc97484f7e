import { reach } from '@/components/ui/post';
import type { ReadAnswer } from '../draft';

/** One file of an archive as the server read it. */
export type Unpacked = { name: string } & ({ read: ReadAnswer } | { refused: string });
type Line = Unpacked | { fault: string } | { ended: true };

/** The files of an archive, each as soon as the server has read it. Throws in words where the archive itself cannot be read. */
export async function* unpack(projectId: string, bytes: Blob): AsyncGenerator<Unpacked> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: bytes };
  const response = await reach(`/api/projects/${projectId}/documents/unpack`, init);
  let ended = false;
  for await (const line of linesOf(response)) {
    const said = JSON.parse(line) as Line | { error: { message: string } };
    if ('error' in said) throw new Error(said.error.message);
    if ('fault' in said) throw new Error(said.fault);
    if ('ended' in said) ended = true;
    else yield said;
  }
  if (!ended) throw new Error('The archive was not read to its end. Please try again.');
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
