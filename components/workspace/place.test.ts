import { expect, it } from 'vitest';
import { linkTo, placeIn } from './place';

const id = '0b6cbd1c-5f0e-4d53-9d1b-0a4f6f0c9a11';

it('an address can name a passage or a coding', () => {
  expect(placeIn({ at: '12-40', hash: '' }, 100)).toEqual({ span: { start: 12, end: 40 } });
  expect(placeIn({ at: null, hash: `#coding-${id}` }, 100)).toEqual({ codingId: id });
});

it('an address that names nothing in this text is passed over', () => {
  for (const at of [null, '', '40-12', '12-12', '12-101', 'x-y', '-1-5', '1-2-3']) {
    expect(placeIn({ at, hash: '#elsewhere' }, 100)).toBeNull();
  }
});

it('the link to a coding leads back to it', () => {
  const link = new URL(linkTo({ id }, { origin: 'http://localhost:3000', pathname: '/projects/p/documents/d' }));
  expect(placeIn({ at: null, hash: link.hash }, 100)).toEqual({ codingId: id });
});
