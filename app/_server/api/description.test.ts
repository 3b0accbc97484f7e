import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { can, inScope } from '@/lib/access';
import { kindNames, kindOf } from '@/lib/door';
import { description } from './description';
import type { AnyOperation } from './operation';
import { operations } from './operations';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Every method of every route below app/api/v1 that answers a question, as the files have them. */
async function routes(): Promise<{ path: string; method: string; operation: AnyOperation }[]> {
  const files = globSync('app/api/v1/**/route.ts').filter(
    (file) => !/(openapi\.json|unknown\]\])\/route\.ts$/.test(file),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const exports = (await import(resolve(file))) as Record<string, { operation?: AnyOperation } | undefined>;
      const path = file
        .replaceAll('\\', '/')
        .replace(/^app/, '')
        .replace(/\/route\.ts$/, '');
      expect(Object.keys(exports).sort(), `${file} answers every method`).toEqual([...methods, 'OPTIONS'].sort());
      return methods.flatMap((method) =>
        exports[method]?.operation ? [{ path, method, operation: exports[method].operation }] : [],
      );
    }),
  );
  return found.flat();
}

const line = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

it('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(description())));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

it('has every route that there is, and there is every route that it has', async () => {
  const made = await routes();
  expect(made.length).toBeGreaterThan(10);
  const files = new Set(made.map(({ path }) => path));
  expect(files.size, 'every file has an operation').toBe(globSync('app/api/v1/**/route.ts').length - 2);
  for (const { path, method, operation } of made)
    expect(operation, `${method} ${path}`).toMatchObject({ path, method });
  expect(made.map(line).sort()).toEqual(Object.values<AnyOperation>(operations).map(line).sort());
  const { paths } = description() as { paths: Record<string, Record<string, unknown>> };
  const told = Object.entries(paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`),
  );
  expect(told.sort()).toEqual(made.map(line).sort());
});

it('refers to nothing that is not there', () => {
  const text = JSON.stringify(description());
  const { components } = description() as { components: Record<string, Record<string, unknown>> };
  for (const [, kind, name] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)) {
    expect(components[kind!], `${kind}/${name}`).toHaveProperty([name!]);
  }
  expect(text).not.toContain('__shared');
});

it('describes the body of every kind of change that a token may carry, and of no other', () => {
  const { components } = description() as {
    components: { schemas: Record<string, { properties?: { body?: unknown } }> };
  };
  const described = Object.keys(components.schemas).filter((name) => name.startsWith('change.'));
  const closed = { codersEditDocuments: false, codersEditCodebook: false };
  const carried = kindNames.filter((name) => {
    const { permission } = kindOf(name);
    return inScope('write', permission) && can('owner', permission, closed);
  });
  expect(described.sort()).toEqual(carried.map((name) => `change.${name}`).sort());
  for (const name of described)
    expect(components.schemas[name]?.properties?.body, name).toMatchObject({ type: 'object' });
});
