import { counted } from '@/components/ui/counted';

type Merging = {
  from: string;
  into: string;
  /** How many codings the viewer knows of, and where they were counted: "that you can see". */
  count: number;
  where: string;
  inside: number;
};

/** What a merge will do, in sentences, as far as the viewer may know. */
export function mergingInWords({ from, into, count, where, inside }: Merging): string[] {
  const seen =
    count === 0
      ? `No coding ${where} has “${from}”.`
      : `${counted(count, 'coding')} ${where} will have “${into}” instead of “${from}”.`;
  const children =
    inside === 1
      ? `The code inside “${from}” goes under “${into}”.`
      : `The ${inside} codes inside “${from}” go under “${into}”.`;
  return [
    `${seen} So will everybody else’s, sealed ones included.`,
    'Where a coder has both codes on exactly the same words, one coding stays and holds both memos.',
    ...(inside > 0 ? [children] : []),
    'It can be undone: Ctrl+Z brings back both codes, every coding and every memo.',
  ];
}
