import 'server-only';
import { z } from 'zod';
import { writingFormats } from '@/lib/interchange/formats';
import { named } from './answers';
import { isFile, scopeOf, type AnyOperation } from './operation';
import { operations } from './operations';
import { problem } from './problem';

/** The API as OpenAPI 3.1 has it, made of the schemas that its routes read and answer with. */
export function description(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries<AnyOperation>(operations)) {
    const path = operation.path.replaceAll(/\[(\w+)\]/g, '{$1}');
    (paths[path] ??= {})[operation.method.toLowerCase()] = described(name, operation);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Concord', version: '1', summary: 'A project’s data for scripts.', description: introduction },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: schemas(),
      responses: { problem: problemResponse, limit: limitResponse },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal token: concord_…' } },
    },
  };
}

const introduction =
  'A token belongs to one person and one project. It sees what that person sees on the pages of Concord, and may at most what they may: codings that an open round seals are not in any answer. Ask with `Authorization: Bearer concord_…`. What is refused is answered with a sentence, as `application/problem+json`; who asks too much at once, or for more files at the same time than a token may, with 429 and the seconds to wait in `Retry-After`. An address that there is not is answered with 404, a method that it does not take with 405 and `Allow`.';

const problemResponse = {
  description:
    'Why the request was refused. 429 and 503 come with `Retry-After`, 401 with `WWW-Authenticate`, 405 with `Allow`.',
  content: { 'application/problem+json': { schema: plain(z.toJSONSchema(problem)) } },
};

const limitResponse = {
  ...problemResponse,
  description: 'Too much at once, or this token is being sent as many files as it may at the same time.',
  headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
};

function described(name: string, operation: AnyOperation): Record<string, unknown> {
  const { summary, description: more, body, answer } = operation;
  const content = isFile(answer)
    ? Object.fromEntries(answer.mediaTypes.map((type) => [type, {}]))
    : { 'application/json': { schema: reference(answer) } };
  return {
    operationId: name,
    summary,
    ...(more && { description: more }),
    security: [{ token: [scopeOf(operation)] }],
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
    responses: {
      200: { description: 'Done.', content },
      429: { $ref: '#/components/responses/limit' },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

function pathParameters({ path }: AnyOperation): unknown[] {
  return [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => {
    const schema =
      name === 'file'
        ? { enum: writingFormats.map((format) => `${format.name}.${format.extension}`) }
        : { format: 'uuid' };
    return { name, in: 'path', required: true, schema: { type: 'string', ...schema } };
  });
}

function queryParameters({ query }: AnyOperation): unknown[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', override: shortened });
  return Object.entries(properties).map(([name, given]) => {
    const { description: about, ...schema } = given as { description?: string };
    return { name, in: 'query', required: required.includes(name), ...(about && { description: about }), schema };
  });
}

const schemaPath = (id: string) => `#/components/schemas/${id}`;

/** Every named schema. What is sent is described as it comes in, which for our schemas is also how answers go out. */
function schemas(): Record<string, unknown> {
  const made = z.toJSONSchema(named, { io: 'input', uri: schemaPath, override: shortened }).schemas;
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, plain(schema)]));
}

function reference(schema: z.ZodType): { $ref: string } {
  const id = named.get(schema)?.id;
  if (!id) throw new Error('A schema of the API has no name in the description.');
  return { $ref: schemaPath(id) };
}

/** Without what only a schema that stands by itself says. */
function plain({ $schema: _, $id: __, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

/** A format says it shorter than the pattern that comes with it. Our ids are UUIDs in lower case, for which there is no format. */
function shortened({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === 'lowercase' && jsonSchema.allOf) {
    delete jsonSchema.allOf;
    Object.assign(jsonSchema, { format: 'uuid', pattern: '^[^A-Z]*$' });
  } else if (jsonSchema.format) delete jsonSchema.pattern;
}
