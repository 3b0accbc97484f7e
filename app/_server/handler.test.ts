import { expect, it } from 'vitest';
import { readJson } from './handler';

function sent(body: BodyInit): Request {
  return new Request('http://localhost/', { method: 'POST', body });
}

it('refuses what is not UTF-8 instead of storing signs nobody wrote', async () => {
  const latin = Uint8Array.from([...'["caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 0x22, 0x5d));
  await expect(readJson(sent(latin), 100)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('UTF-8') });
  expect(await readJson(sent('["café"]'), 100)).toEqual(['café']);
});

it('says how much may be sent, also where that is less than a megabyte', async () => {
  await expect(readJson(sent('x'.repeat(200_000)), 100_000)).rejects.toThrow('larger than 0.1 MB');
});
