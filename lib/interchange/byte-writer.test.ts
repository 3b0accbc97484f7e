import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteWriter, encoded } from './byte-writer';

it('gathers the UTF-8 of all pieces in order, however large they are and whenever it is emptied', () => {
  const piece = fc.tuple(fc.string({ unit: 'binary' }), fc.nat(3000), fc.constantFrom('text', 'bytes', 'take'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const writer = new ByteWriter();
      let found = '';
      for (const [text, times, way] of pieces) {
        const long = text.repeat(times);
        if (way === 'bytes') writer.bytes(encoded(long));
        else writer.text(long);
        if (way === 'take') found += Buffer.from(writer.take()).toString();
      }
      found += Buffer.from(writer.take()).toString();
      expect(found === pieces.map(([text, times]) => text.repeat(times)).join('')).toBe(true);
    }),
  );
});
