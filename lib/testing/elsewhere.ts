import { randomUUID } from 'node:crypto';
import { everything } from '@/lib/interchange';
import { gathered, type Contents } from '@/lib/interchange/memory-archive';
import { openArchive } from '@/lib/interchange/store';
import type { Membership } from '@/lib/projects/store';
import { change, code, coding, document, joined, person, project } from '@/prisma/builders';

/** The text of the small projects from elsewhere that tests bring in. */
export const text = 'Moscow called for restraint. It warned of 🧨 escalation, and blamed Washington for all of it.';

/** A project of one document by Ben and Cleo, as another program would send it. */
export async function sample(): Promise<Contents> {
  const them = await project(await person({ name: 'Cleo' }), 'Elsewhere');
  const other = await joined(them, await person({ name: 'Ben' }), 'coder');
  const speaker = {
    id: randomUUID(),
    key: 'speaker',
    name: 'Speaker',
    type: 'text',
    options: [],
    position: 0,
  } as const;
  await change(them, 'attribute.set', { ...speaker, options: [] });
  const documentId = await document(them, { title: 'Theirs', text, attributes: { speaker: 'Minister' } });
  const top = await code(them, { name: 'Stability', shortcut: 's' });
  const below = await code(them, { name: 'Calm', parentId: top });
  await coding(them, { documentId, codeId: top, text, quote: 'restraint', memo: 'As said.' });
  await coding(other, { documentId, codeId: below, text, quote: '🧨 escalation' });
  await change(other, 'finished.set', { documentId, finished: true });
  return archived(them);
}

/**
 * The same with a round in which Ben and Cleo put one code on a sentence each and which closed; the first of its two
 * differences is settled and talked about.
 */
export async function studyWithRound(): Promise<Contents> {
  const cleo = await project(await person({ name: 'Cleo' }), 'Elsewhere');
  const ben = await joined(cleo, await person({ name: 'Ben' }), 'coder');
  const documentId = await document(cleo, { title: 'Theirs', text });
  const codeId = await code(cleo, { name: 'Stability' });
  const roundId = randomUUID();
  const coderIds = [cleo.userId, ben.userId];
  await change(cleo, 'round.open', { id: roundId, title: 'Pilot', documentIds: [documentId], coderIds });
  await coding(cleo, { documentId, codeId, text, quote: 'restraint' });
  await coding(ben, { documentId, codeId, text, quote: '🧨 escalation' });
  for (const by of [cleo, ben]) await change(by, 'finished.set', { documentId, finished: true });
  await change(cleo, 'round.close', { id: roundId, reason: '' });
  const [quote] = text.split(' It') as [string];
  const [sentence, place] = [
    { start: 0, end: quote.length },
    { roundId, documentId },
  ];
  const wrote = { id: randomUUID(), codeId, ...sentence, quote };
  await change(cleo, 'consensus.settle', {
    id: randomUUID(),
    ...place,
    ...sentence,
    reason: 'Of course.',
    codings: [wrote],
  });
  await change(ben, 'comment.add', { id: randomUUID(), ...place, ...sentence, text: '@Cleo, is that so?' });
  return archived(cleo);
}

/** Everything of a project that this member may see. */
export async function archived(by: Membership): Promise<Contents> {
  return gathered(await openArchive(by, { selection: everything, signal: new AbortController().signal }));
}
