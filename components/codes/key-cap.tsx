import classes from './codes.module.css';

/** The key that puts a code on the selection; leaves its room empty where a code has none, so that columns line up. */
export function KeyCap({ shortcut }: { shortcut: string | null }) {
  return (
    <span className={classes.keySlot}>
      {shortcut && (
        <kbd className={classes.key}>
          <span className={classes.unseen}>key </span>
          {shortcut}
        </kbd>
      )}
    </span>
  );
}
