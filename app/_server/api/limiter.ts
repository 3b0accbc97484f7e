import 'server-only';

/** How much may be asked at once, and how much comes back per second. */
export type Allowance = { burst: number; perSecond: number };

/** More names than this are not kept: the ones that asked longest ago are forgotten first. */
const mostKept = 20_000;

/**
 * Lets each name ask at a steady rate after a first burst. Kept for a name is one number: the time at which it will have
 * paid for all it has asked (the generic cell rate algorithm of ATM networks, I.371; a bucket of tokens that needs no
 * clock of its own). What is turned away costs nothing. Times are in ms.
 */
export class Limiter {
  private readonly paid = new Map<string, number>();

  constructor(private readonly allowance: Allowance) {}

  /** Zero if `name` may ask for something of this weight now; else for how many seconds, rounded up, it has to wait. */
  take(name: string, weight: number, now = Date.now()): number {
    const { burst, perSecond } = this.allowance;
    const until = Math.max(now, this.paid.get(name) ?? 0) + (weight / perSecond) * 1_000;
    const over = until - now - (burst / perSecond) * 1_000;
    if (over > 0) return Math.ceil(over / 1_000);
    this.keep(name, until);
    return 0;
  }

  /** How long `name` would have to wait, without taking anything. */
  wait(name: string, now = Date.now()): number {
    const { burst, perSecond } = this.allowance;
    const over = (this.paid.get(name) ?? 0) - now - ((burst - 1) / perSecond) * 1_000;
    return Math.max(0, Math.ceil(over / 1_000));
  }

  /** True for a name that has asked lately. */
  knows(name: string): boolean {
    return this.paid.has(name);
  }

  forget(name: string): void {
    this.paid.delete(name);
  }

  private keep(name: string, until: number): void {
    this.paid.delete(name);
    this.paid.set(name, until);
    if (this.paid.size <= mostKept) return;
    const [oldest] = this.paid.keys();
    this.paid.delete(oldest!);
  }
}
