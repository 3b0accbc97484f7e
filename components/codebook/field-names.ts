import type { Field } from './draft';

/** What the form calls its fields. */
export const fieldNames: Record<Field, string> = {
  name: 'Name',
  color: 'Colour',
  shortcut: 'Shortcut',
  definition: 'Definition',
  useWhen: 'Use when',
  avoidWhen: 'Avoid when',
  examples: 'Examples',
};
