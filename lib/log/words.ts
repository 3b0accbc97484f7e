import { z } from 'zod';

/**
 * Schema for words a person typed: at most `max` UTF-16 code units, and nothing that Postgres cannot keep as it is
 * (NUL it refuses, a lone surrogate it would silently turn into U+FFFD).
 */
export function words(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max, `Please keep this under ${max.toLocaleString('en')} characters.`)
    .refine((text) => !text.includes('\0'), 'This holds a NUL character, which cannot be stored; please remove it.')
    .refine((text) => text.isWellFormed(), 'This holds half of a surrogate pair (a broken emoji, perhaps); please remove it.');
}

/** As `words`, and not blank; outer white space goes. */
export function name(max: number): z.ZodType<string> {
  return words(max).pipe(z.string().trim().min(1, 'Please give it a name.'));
}

/** Any canonical UUID, lower case, so that equal ids are equal strings. */
export const id = z.uuid('This is not an id.').lowercase('Ids are written in lower case.');
