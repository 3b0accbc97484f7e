import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort, isFree } from './free-port.mjs';
import { listenAddress, refuseBusyPort } from './listen-address.mjs';

it('listens on port 3000 of this machine alone unless told otherwise', () => {
  expect(listenAddress({})).toEqual({ host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', open: false });
});

it('takes the address that people type from NEXTAUTH_URL, and says when others can reach it', () => {
  const address = listenAddress({ HOST: '0.0.0.0', PORT: '8080', NEXTAUTH_URL: 'https://concord.example' });
  expect(address).toEqual({ host: '0.0.0.0', port: 8080, publicUrl: 'https://concord.example', open: true });
});

it.each(['0', '65536', '3000a', '-1', '3.5'])('refuses %s as a port', (PORT) => {
  expect(() => listenAddress({ PORT })).toThrow(`PORT is "${PORT}"`);
});

it('names the busy port and the way round it', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  expect(await isFree(port)).toBe(false);
  await expect(refuseBusyPort({ port, host: '127.0.0.1' })).rejects.toThrow(
    new RegExp(`Port ${port} is in use.*PORT=${port + 1} npm start`),
  );
  await new Promise((resolve) => other.close(resolve));
  await refuseBusyPort({ port, host: '127.0.0.1' });
});
