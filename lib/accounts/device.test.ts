import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviceOf, networkOf } from './device';

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
    'Microsoft Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  ['', 'An unknown browser'],
  ['<script>', 'An unknown browser'],
])('knows “%s” as %s', (agent, words) => {
  expect(deviceOf(agent)).toBe(words);
});

it('has words for anything that a browser may send', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (agent) => deviceOf(agent) !== ''));
});

it.each([
  ['203.0.113.77', '203.0.113.x'],
  ['::ffff:203.0.113.77', '203.0.113.x'],
  ['2001:db8:12:34:5678:9abc:def0:1', '2001:db8:12::'],
  ['2001:db8::1', '2001:db8::'],
  ['::1', '::'],
  ['unknown', ''],
])('keeps of the address %s the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
