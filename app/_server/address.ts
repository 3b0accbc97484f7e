/**
 * The address a request came from, for counting failures. Proxies that the operator names (CONCORD_TRUSTED_PROXIES,
 * their number) each append one entry; what stands further left was written by the client and is not believed.
 */
export function addressOf(header: (name: string) => string | null): string {
  const entries = (header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const proxies = Math.max(1, Number(process.env.CONCORD_TRUSTED_PROXIES ?? 1));
  return entries.at(-proxies) || entries[0] || 'unknown';
}

/** The same for a route's request. */
export function addressIn(request: Request): string {
  return addressOf((name) => request.headers.get(name));
}
