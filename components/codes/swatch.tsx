import classes from './codes.module.css';

/** A code's colour as a small square beside its name, which says the same in words. */
export function Swatch({ color }: { color: string }) {
  return <span className={classes.swatch} style={{ background: color }} aria-hidden />;
}
