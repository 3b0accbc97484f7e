/**
 * Shares out `total` places among strata in proportion to their sizes, by largest remainder (Hamilton's method): each gets
 * the whole part of its quota total * size / N, and what is left goes to the largest remainders; of equal ones to the
 * larger stratum, then to the one named first. No stratum gets more than it has, since `total` is at most N. Counted in
 * whole numbers, so that no rounding decides.
 */
export function allocate(sizes: readonly number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (total < 0 || total > all) throw new RangeError(`${total} places cannot be shared among ${all}.`);
  const quotas = sizes.map((size, at) => ({
    at,
    size,
    whole: wholePart(total * size, all),
    left: remainder(total * size, all),
  }));
  const missing = total - quotas.reduce((sum, { whole }) => sum + whole, 0);
  const first = quotas.toSorted((a, b) => b.left - a.left || b.size - a.size || a.at - b.at).slice(0, missing);
  const lucky = new Set(first.map(({ at }) => at));
  return quotas.map(({ at, whole }) => whole + (lucky.has(at) ? 1 : 0));
}

function wholePart(dividend: number, divisor: number): number {
  return divisor === 0 ? 0 : Math.floor(dividend / divisor);
}

function remainder(dividend: number, divisor: number): number {
  return divisor === 0 ? 0 : dividend % divisor;
}
