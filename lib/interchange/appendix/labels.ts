import type { Gathering, Labels } from '@/lib/agreement';
import type { Appendix } from './appendix';

/** What coders and codes are called in the appendix' files. */
export type AppendixLabels = { readonly coders: Labels; readonly codes: Labels };

/** Coders by their names, made distinct; codes by short labels that are also file names: c01, c02, ... */
export function labelsOf(
  { coderIds, codes }: Pick<Gathering, 'coderIds' | 'codes'>,
  { coders }: Pick<Appendix, 'coders'>,
): AppendixLabels {
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  const digits = Math.max(2, String(codes.length).length);
  return {
    coders: distinct(coderIds.map((id) => [id, names.get(id)?.trim() || 'coder'] as const)),
    codes: new Map(codes.map(({ id }, index) => [id, `c${String(index + 1).padStart(digits, '0')}`])),
  };
}

/** Programs take columns for their names, and two people may have one name: the second is called "Ana (2)". */
function distinct(names: readonly (readonly [id: string, name: string])[]): Labels {
  const taken = new Set<string>();
  return new Map(
    names.map(([id, name]) => {
      let label = name;
      for (let number = 2; taken.has(label); number += 1) label = `${name} (${number})`;
      taken.add(label);
      return [id, label];
    }),
  );
}
