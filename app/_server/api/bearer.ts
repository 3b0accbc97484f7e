import 'server-only';
import { countedAs } from '@/lib/accounts/device';
import { tokenSecret } from '@/lib/projects';
import { fingerprintOf, openToken, type Opened } from '@/lib/projects/tokens/store';
import { addressIn } from '../address';
import { count } from '../metrics';
import { Limiter } from './limiter';
import { Problem } from './problem';

/** Six hundred small requests, or sixty files, at once; after that ten a second, or one file. */
const perToken = { burst: 600, perSecond: 10 };
/** Tokens that do not work, from one address. */
const perAddress = { burst: 100, perSecond: 1 };

declare global {
  var concordLimits: { tokens: Limiter; strangers: Limiter } | undefined;
}

/**
 * What the token of a request opens. Cookies are not looked at, so that no page of another site can ask anything here in
 * the name of whoever is signed in. Limits are kept in this process (docs/decisions/062): a token that this process knows
 * is let through where others from its address are being turned away.
 */
export async function openedBy(request: Request, weight: number): Promise<Opened> {
  const secret = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (secret === undefined)
    refuseToken(
      'no-token',
      'Send a token of yours: Authorization: Bearer concord_… You make one on your Account page.',
    );
  if (!tokenSecret.safeParse(secret).success)
    refuseToken('bad-token', 'This is no token of Concord, or not all of one.');
  const { tokens, strangers } = limits();
  const name = fingerprintOf(secret);
  const address = countedAs(addressIn(request));
  const isKnown = tokens.knows(name);
  refuseHasty(isKnown ? tokens.take(name, weight) : strangers.wait(address));
  const opened = await openToken(name);
  if (opened === null || opened === 'expired') {
    tokens.forget(name);
    refuseHasty(strangers.take(address, 1));
    refuseToken('bad-token', opened === null ? gone : 'This token has expired. Make a new one on your Account page.');
  }
  if (!isKnown) refuseHasty(tokens.take(name, weight));
  count('concord_api_requests_total');
  return opened;
}

const gone =
  'This token does not work: it was revoked, or you signed out everywhere, set a new password or left the project since. Make a new one on your Account page.';

function limits() {
  return (globalThis.concordLimits ??= { tokens: new Limiter(perToken), strangers: new Limiter(perAddress) });
}

function refuseToken(code: 'no-token' | 'bad-token', sentence: string): never {
  const challenge = code === 'no-token' ? 'Bearer realm="Concord"' : 'Bearer realm="Concord", error="invalid_token"';
  throw new Problem({ status: 401, code, headers: { 'WWW-Authenticate': challenge } }, sentence);
}

function refuseHasty(seconds: number): void {
  if (seconds === 0) return;
  count('concord_api_limited_total');
  const headers = { 'Retry-After': String(seconds) };
  const sentence = `This is more than one script may ask for at once. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and go on.`;
  throw new Problem({ status: 429, code: 'limit', headers }, sentence);
}
