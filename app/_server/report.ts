import 'server-only';

/**
 * One line of JSON on standard error about something that went wrong on our side. Messages stay out: a database's may
 * quote what was being written, and neither passages nor secrets belong in a log. What is left names the place.
 */
export function report(what: string, error: unknown): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', what, ...described(error) }));
}

export function described(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack = '', cause } = error;
  const code = (error as { code?: unknown }).code;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const because = cause && depth < 3 ? { cause: described(cause, depth + 1) } : {};
  return { name, ...(code ? { code: String(code) } : {}), stack: frames.slice(0, 8).map((line) => line.trim()), ...because };
}
