import { counted } from '@/components/ui/counted';

/** What deleting these codes (the first is the chosen one, the rest lie inside it) does, as far as the viewer may know. */
export function deletionInWords(ids: readonly string[], counts: Readonly<Record<string, number>>): string {
  const codings = ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
  const inside = ids.length - 1;
  const parts = [
    inside === 0 ? '' : inside === 1 ? 'The code inside it goes with it.' : `The ${inside} codes inside it go with it.`,
    codings === 0
      ? 'You can see no codings with it.'
      : `${counted(codings, 'coding')} that you can see will go out of sight.`,
    'Codings of others that are sealed from you go out of sight, too.',
    'It can be undone: with Ctrl+Z, or from the history.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
