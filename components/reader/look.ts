import type { Coding } from '@/lib/codings';
import type { Names } from './describe';
import { inkOf, type Scheme } from './highlight-sheet';
import { unknownColor } from './ink';
import { strokeStyleOf, type StrokeStyle } from './shades';

/** How a coding is drawn beside the text: in its code's colour, in its coder's stroke. */
export type Look = { ink: string; stroke: StrokeStyle };

export function lookOf({ codes, coders }: Names, coding: Coding, scheme: Scheme): Look {
  return {
    ink: inkOf(codes.get(coding.codeId)?.color ?? unknownColor, scheme),
    stroke: strokeStyleOf(coding.layer === 'coder' ? coders.get(coding.coderId) : undefined),
  };
}
