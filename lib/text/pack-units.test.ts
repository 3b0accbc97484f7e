import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packUnits, unpackUnits } from './pack-units';

describe('packed units', () => {
  it('unpack to what they were', () => {
    const anyUnits = fc.array(fc.nat(0x7fffffff), { maxLength: 50 }).map((values) => Int32Array.from(values).sort());
    fc.assert(
      fc.property(anyUnits, (units) => {
        expect(unpackUnits(packUnits(units))).toEqual(units);
      }),
    );
  });

  it('take one byte a number where numbers lie close together', () => {
    expect([...packUnits(Int32Array.of(0, 5, 6, 133, 133))]).toEqual([0, 5, 1, 127, 0]);
    expect([...packUnits(Int32Array.of(300))]).toEqual([0xac, 0x02]);
  });

  it('must be in order', () => {
    expect(() => packUnits(Int32Array.of(4, 2))).toThrow('Units must be in order, but 2 follows 4.');
    expect(() => packUnits(Int32Array.of(-1))).toThrow(RangeError);
  });

  it('are refused when cut off or too large', () => {
    expect(() => unpackUnits(Uint8Array.of(0x80))).toThrow('end in the middle');
    expect(() => unpackUnits(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7f))).toThrow('largest offset');
  });
});
