import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane (about 25 ms). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More hashes at once would only queue in memory: a class of 200 signing in waits a moment instead. */
const atOnce = 4;

/** The argon2id hash of a password, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost));
}

/** True if the password fits. Without a hash (nobody has that address) it takes as long and is false. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await decoy());
  const fits = await inTurn(() => verify(against, password.normalize('NFKC')));
  return fits && stored !== null;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  return (decoyHash ??= hashPassword('nobody has this password'));
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
