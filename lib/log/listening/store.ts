import 'server-only';
import { Client } from 'pg';
import { databaseUrl } from '@/lib/db';

/**
 * What processes tell each other of: a commit to a project's log, or an account's end of a session; who is in which
 * document; how far somebody's download is.
 */
export type Channel = 'change' | 'presence' | 'download';

/** Hears what was told beside the topic. Null: the connection is made anew, and something may have been missed. */
type Hear = (told: string | null) => void;

type Listening = { ears: Map<string, Set<Hear>>; connected: Promise<void> | null; pause: number };

declare global {
  var concordListening: Listening | undefined;
}

/**
 * Calls `hear` soon after each notice on a topic (a project's id, an account's), from whichever process, this one
 * included. A notice is the topic and, after a space, what else there is to say. It may be missed while the connection
 * is down: so nothing may rest on it alone. Returns the way to stop.
 */
export function onNotice(channel: Channel, topic: string, hear: Hear): () => void {
  const listening = (globalThis.concordListening ??= { ears: new Map(), connected: null, pause: firstPause });
  listening.connected ??= listen(listening);
  const key = `${channel} ${topic}`;
  const ears = listening.ears.get(key) ?? new Set();
  listening.ears.set(key, ears.add(hear));
  return () => {
    ears.delete(hear);
    if (ears.size === 0 && listening.ears.get(key) === ears) listening.ears.delete(key);
  };
}

const lengthOfId = 36;

/** How long to wait before the connection is made anew, in ms; twice as long after each attempt that fails. */
const firstPause = 500;
const longestPause = 8_000;

/** One connection per process. When it is lost, everyone is told (they look for themselves) and it is made anew. */
async function listen(listening: Listening): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(), keepAlive: true });
  const again = () => {
    client.removeAllListeners();
    client.on('error', () => {});
    setTimeout(() => (listening.connected = listening.ears.size > 0 ? listen(listening) : null), listening.pause).unref();
    listening.pause = Math.min(listening.pause * 2, longestPause);
  };
  client.on('error', again);
  client.on('end', again);
  client.on('notification', ({ channel, payload = '' }) => {
    const key = `${channel} ${payload.slice(0, lengthOfId)}`;
    listening.ears.get(key)?.forEach((hear) => hear(payload.slice(lengthOfId + 1)));
  });
  try {
    await client.connect();
    await client.query('LISTEN change; LISTEN presence; LISTEN download');
    listening.pause = firstPause;
    listening.ears.forEach((ears) => ears.forEach((hear) => hear(null)));
  } catch {
    again();
  }
}
