import classes from './wordmark.module.css';

/** The mark: two brackets that share a passage. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="0 0 24 24" fill="none" strokeWidth="2.5" strokeLinecap="round" aria-hidden>
      <path d="M9 3.5H5.5v13H9" stroke="currentColor" opacity="0.55" />
      <path d="M15 7.5h3.5v13H15" stroke="currentColor" />
      <path d="M9.5 12h5" stroke="currentColor" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <Mark />
      Concord
    </span>
  );
}
