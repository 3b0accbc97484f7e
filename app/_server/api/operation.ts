import 'server-only';
import type { z } from 'zod';
import type { TokenScope } from '@/lib/access';

/**
 * One thing that a script can ask. Declared once (`operations.ts`): the route reads its request with these schemas, its
 * answer has their type, and the OpenAPI description is made of them.
 */
export type Operation<Query extends z.ZodObject, Answer extends z.ZodType> = {
  /** `GET` reads, `POST` changes; the token's scope follows from it. */
  method: 'GET' | 'POST';
  /** As the folders under `app/` have it: `/api/v1/projects/[project]`. */
  path: string;
  summary: string;
  description?: string;
  /** What it counts for against the limit on requests. */
  weight: number;
  query: Query;
  /** What the body is described as; the door reads it. */
  body?: z.ZodType;
  answer: Answer | Files;
};

/** An answer that is a file of one of these media types. */
export type Files = { mediaTypes: readonly string[] };

export type AnyOperation = Operation<z.ZodObject, z.ZodType>;

/** Declares an operation with its types inferred from its schemas. */
export function operation<Query extends z.ZodObject, Answer extends z.ZodType>(
  declared: Operation<Query, Answer>,
): Operation<Query, Answer> {
  return declared;
}

export function isFile(answer: z.ZodType | Files): answer is Files {
  return 'mediaTypes' in answer;
}

/** The scope that a token needs. */
export function scopeOf({ method }: Pick<AnyOperation, 'method'>): TokenScope {
  return method === 'GET' ? 'read' : 'write';
}
