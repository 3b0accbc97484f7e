import { chosenOf } from '@/components/documents/fields';
import type { ValuesOfCoders } from '@/lib/agreement';
import type { Scope } from './scope';

/** The values that coders have of an attribute, for those who have any. */
export function valuesOf({ coders, attributes }: Pick<Scope, 'coders' | 'attributes'>, key: string): ValuesOfCoders {
  const several = attributes.find((each) => each.key === key)?.type === 'many-of';
  return new Map(
    coders.flatMap(({ id, attributes: own }) => {
      const value = Object.hasOwn(own, key) ? (own[key] ?? '') : '';
      const values = several ? chosenOf(value) : [value.trim()].filter(Boolean);
      return values.length > 0 ? [[id, [...new Set(values)]] as const] : [];
    }),
  );
}

/** The attributes that can split these coders: two of them or more have a value. */
export function splitting(scope: Pick<Scope, 'coders' | 'attributes'>): Scope['attributes'] {
  return scope.attributes.filter(({ key }) => valuesOf(scope, key).size >= 2);
}
