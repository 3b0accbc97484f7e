import { counted } from '../counted';
import type { Parts } from './parts';

/** What stays outside while a body is written. */
export type LeftOut = { insertions: number; deletions: number; hidden: number; unknownSigns: number };

export function leftOut(): LeftOut {
  return { insertions: 0, deletions: 0, hidden: 0, unknownSigns: 0 };
}

/** The same in sentences. */
export function noteWarnings(
  { insertions, deletions, hidden, unknownSigns }: LeftOut,
  { comments, hasHeaders }: Parts,
): string[] {
  return [
    ...(insertions + deletions > 0
      ? [
          `Tracked changes were taken as accepted: ${counted(insertions, 'insertion')} kept, ${counted(deletions, 'deletion')} left out.`,
        ]
      : []),
    ...(hidden > 0 ? [`Hidden text was left out (${counted(hidden, 'character')}).`] : []),
    ...(comments > 0
      ? [`${counted(comments, 'comment')} beside the text ${comments === 1 ? 'was' : 'were'} left out.`]
      : []),
    ...(hasHeaders ? ['Page headers and footers were left out.'] : []),
    ...(unknownSigns > 0
      ? [
          `${counted(unknownSigns, 'sign')} of a symbol font could not be read and ${unknownSigns === 1 ? 'was' : 'were'} left out.`,
        ]
      : []),
  ];
}
