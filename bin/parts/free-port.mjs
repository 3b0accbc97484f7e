import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether a port of this machine can be listened on. */
export async function isFree(port, host = '127.0.0.1') {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** A port that nobody listens on: the preferred one if it is free. */
export async function freePort(preferred) {
  if (preferred && (await isFree(preferred))) return preferred;
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
