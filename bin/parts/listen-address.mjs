import { Fault } from './fault.mjs';
import { isFree } from './free-port.mjs';

const loopback = ['127.0.0.1', 'localhost', '::1'];

/**
 * Where Concord listens, and the address that people type: this machine alone and port 3000 unless HOST and PORT say
 * otherwise; NEXTAUTH_URL where the two differ, as behind a proxy.
 * @param {Record<string, string | undefined>} environment
 */
export function listenAddress({ HOST, PORT, NEXTAUTH_URL }) {
  const host = HOST || '127.0.0.1';
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Fault(`PORT is "${PORT}", which is no port number. Try PORT=3001 npm start`);
  }
  return { host, port, publicUrl: NEXTAUTH_URL || `http://localhost:${port}`, open: !loopback.includes(host) };
}

/** Says so, and how to go on, when another program listens on the port already. */
export async function refuseBusyPort({ port, host }) {
  if (await isFree(port, host)) return;
  throw new Fault(
    `Port ${port} is in use by another program, perhaps by another Concord. Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
}
