import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Table } from '@/lib/log';
import type { Code } from './code';
import { indexAmongSiblings, inOrder, path, reordered, subtree, tree } from './tree';

function code(id: string, parentId: string | null, position: number): Code {
  const rules = { definition: '', useWhen: '', avoidWhen: '', examples: [] };
  const rest = { name: `code ${id}`, color: '#000000', shortcut: null, version: 1, createdAt: '', archived: false };
  return { id, parentId, position, ...rules, ...rest };
}

/** Random forests: each code hangs under an earlier one, or on top. */
const forest = fc
  .array(fc.record({ parent: fc.option(fc.nat(), { nil: null }), position: fc.nat(5) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((rows) =>
    rows.map(({ parent, position }, i) =>
      code(`c${i}`, parent === null || i === 0 ? null : `c${parent % i}`, position),
    ),
  );

it('lists every code once, parents before their children', () => {
  fc.assert(
    fc.property(forest, (codes) => {
      const ids = inOrder(codes).map((node) => node.code.id);
      expect(ids.toSorted()).toEqual(codes.map(({ id }) => id).sort());
      for (const { id, parentId } of codes) if (parentId) expect(ids.indexOf(parentId)).toBeLessThan(ids.indexOf(id));
    }),
  );
});

it('does not depend on the order in which the codes come', () => {
  fc.assert(fc.property(forest, (codes) => void expect(tree(codes.toReversed())).toEqual(tree(codes))));
});

it('puts a code whose parent is gone on top instead of losing it', () => {
  expect(tree([code('orphan', 'nobody', 0)]).map((node) => node.code.id)).toEqual(['orphan']);
});

it('names a code by the way from the top down to it', () => {
  const codes = Table.of([code('a', null, 0), code('b', 'a', 0), code('c', 'b', 0)]);
  expect(path(codes, 'c')).toEqual(['code a', 'code b', 'code c']);
});

it('ends even on codes that are each other’s parent, which the store never writes', () => {
  const codes = [code('a', 'b', 0), code('b', 'a', 0)];
  expect(subtree(codes, 'a').sort()).toEqual(['a', 'b']);
  expect(path(Table.of(codes), 'a')).toEqual(['code b', 'code a']);
});

it('moving a code to where it stands changes no order', () => {
  fc.assert(
    fc.property(forest, fc.nat(), (codes, n) => {
      const moved = codes[n % codes.length]!;
      const siblings = inOrder(codes)
        .map((node) => node.code)
        .filter((each) => each.parentId === moved.parentId);
      const order = reordered(codes, {
        id: moved.id,
        parentId: moved.parentId,
        index: indexAmongSiblings(codes, moved),
      });
      expect(order).toEqual(siblings.map((each) => each.id));
    }),
  );
});
