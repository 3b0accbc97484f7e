/**
 * One code as the demo codebook states it. Children sit inside their parent, in the order in which they are shown.
 * A shortcut is one letter or digit, unique in the whole codebook; `counter` marks an example of what the code is not.
 */
export type SampleCode = {
  key: string;
  name: string;
  color: `#${string}`;
  shortcut: string | null;
  definition: string;
  useWhen: string;
  avoidWhen: string;
  examples: SampleExample[];
  children?: SampleCode[];
};

export type SampleExample = { text: string; note?: string; counter?: boolean };
