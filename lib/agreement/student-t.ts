/** The 97.5% point of the standard normal distribution. */
export const normal975 = 1.959963984540054;

/**
 * The 97.5% point of Student's t for a whole number of degrees of freedom: half the width of a 95% interval in standard
 * errors. Exact in closed form (Abramowitz & Stegun 26.7.3-4) up to 1000 degrees; beyond, four terms of Fisher's
 * expansion around the normal point, whose error is below 1e-14 there.
 */
export function t975(degrees: number): number {
  if (degrees > 1000) return expansion(degrees);
  let low = 1.9;
  let high = 13;
  while (high - low > 1e-14 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (withinProbability(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| < t), a finite sum in the angle atan(t / sqrt(degrees)). */
function withinProbability(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  return degrees % 2 === 1 ? oddProbability(angle, degrees) : evenProbability(angle, degrees);
}

function oddProbability(angle: number, degrees: number): number {
  const square = Math.cos(angle) ** 2;
  let term = Math.cos(angle);
  let sum = 0;
  for (let power = 1; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (square * (power + 1)) / (power + 2);
  }
  return (2 / Math.PI) * (angle + Math.sin(angle) * sum);
}

function evenProbability(angle: number, degrees: number): number {
  const square = Math.cos(angle) ** 2;
  let term = 1;
  let sum = 0;
  for (let power = 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (square * (power + 1)) / (power + 2);
  }
  return Math.sin(angle) * sum;
}

function expansion(degrees: number): number {
  const z = normal975;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3 + fourth / degrees ** 4;
}
