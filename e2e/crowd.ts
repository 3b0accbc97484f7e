import { randomUUID } from 'node:crypto';
import type { Membership } from '@/lib/projects/store';
import { change } from '@/prisma/builders';

const sentence =
  'The ministry warned that a strike on the port would make an affair of two states an affair of twenty.';

/** A text whose first sentence everybody codes, and the codes they use. */
export const crowd = {
  text: [sentence, 'Nobody gains from disorder.', sentence].join('\n'),
  codes: [
    ['Stability', '#1c7ed6'],
    ['Escalation danger', '#c92a2a'],
    ['Great-power status', '#2b8a3e'],
  ] as const,
};

/** Each person puts each code on three stretches of the first sentence, nested and staggered. */
export async function crowded(
  members: readonly Membership[],
  documentId: string,
  codes: readonly string[],
): Promise<void> {
  for (const [m, by] of members.entries())
    for (const [c, codeId] of codes.entries())
      for (const step of [0, 1, 2]) {
        const [start, end] = [4 * m + 8 * step + c, 60 + 9 * step + c];
        await change(by, 'coding.add', {
          id: randomUUID(),
          documentId,
          codeId,
          start,
          end,
          quote: crowd.text.slice(start, end),
        });
      }
}
