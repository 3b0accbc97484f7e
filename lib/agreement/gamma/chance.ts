import type { Random } from '@/lib/chance';
import { ordered } from '../unitizing/continuum';
import type { Continuum, Marked } from '../unitizing/continuum';

/** The two ways of imagining chance coders. Gamma is another number under each, so a report names the one it took. */
export const chanceModels = ['statistical', 'shuffle'] as const;
export type ChanceModel = (typeof chanceModels)[number];

/** Makes random continua that resemble the given one; none of them is empty. */
export function chanceContinua(continuum: Continuum, model: ChanceModel, random: Random): () => Continuum {
  const make = model === 'statistical' ? statistical(continuum, random) : shuffled(continuum, random);
  return () => {
    for (;;) {
      const made = make();
      if (made.coders.some(({ units }) => units.length > 0)) return made;
    }
  };
}

/**
 * Chance coders who mark as many units, as long, as far apart and with codes as frequent as the real ones on average:
 * numbers, gaps and lengths are drawn from normal distributions with the observed means and spreads.
 */
function statistical({ length, coders }: Continuum, random: Random): () => Continuum {
  const units = coders.flatMap((coder) => coder.units);
  const number = spread(coders.map((coder) => coder.units.length));
  const duration = spread(units.map(({ start, end }) => end - start));
  const gap = spread([0, ...coders.flatMap((coder) => gapsBetween(coder.units))]);
  const codes = units.map(({ code }) => code);
  const draw = ({ mean, deviation }: Spread) => mean + deviation * normal(random);
  const oneCoder = (): Marked[] => {
    let end = 0;
    return Array.from({ length: Math.abs(Math.trunc(draw(number))) }, () => {
      const start = end + draw(gap);
      end = start + Math.max(1e-9, Math.abs(draw(duration)));
      return { start, end, code: codes[Math.floor(random() * codes.length)] ?? '' };
    });
  };
  return () => ({ length, coders: coders.map(({ name }) => ({ name, units: oneCoder() })) });
}

/** Copies of real coders, each moved along the text by a random distance and wrapped around at its end. */
function shuffled({ coders }: Continuum, random: Random): () => Continuum {
  const units = coders.flatMap((coder) => coder.units);
  const low = Math.min(...units.map(({ start }) => start));
  const high = Math.max(...units.map(({ end }) => end));
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length / 2;
  return () => {
    const shifts = distantShifts({ low, high, apart, count: coders.length }, random);
    const made = shifts.map((shift) => {
      const copied = coders[Math.floor(random() * coders.length)];
      const moved = (copied?.units ?? []).map((unit) => shifted(unit, shift, { low, high }));
      return { name: copied?.name ?? '', units: moved };
    });
    return { length: high, coders: made };
  };
}

type Range = { readonly low: number; readonly high: number };

function shifted(unit: Marked, shift: number, { low, high }: Range): Marked {
  const by = unit.start + shift < high ? shift : shift + low - high;
  return { ...unit, start: unit.start + by, end: unit.end + by };
}

/** Shifts that keep copies of one coder from falling on each other; after many misses any shift will do. */
function distantShifts(
  { low, high, apart, count }: Range & { apart: number; count: number },
  random: Random,
): number[] {
  const shifts: number[] = [];
  for (let tries = 0; shifts.length < count; tries += 1) {
    const shift = low + random() * (high - low);
    if (tries > 1000 || shifts.every((other) => Math.abs(other - shift) >= apart)) shifts.push(shift);
  }
  return shifts;
}

function gapsBetween(units: readonly Marked[]): number[] {
  const sorted = ordered(units);
  return sorted.slice(1).map((unit, index) => unit.start - (sorted[index]?.end ?? 0));
}

type Spread = { readonly mean: number; readonly deviation: number };

function spread(numbers: readonly number[]): Spread {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** A standard normal number (Box & Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
