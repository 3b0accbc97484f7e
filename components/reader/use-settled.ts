import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while, in ms: for what need not keep up with scrolling. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
