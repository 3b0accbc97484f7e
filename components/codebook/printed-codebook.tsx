import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Counts } from './codebook';
import { ReadableCodebook } from './readable-codebook';
import classes from './codebook.module.css';

/** Puts the readable codebook on paper when somebody prints the editor; it is made only then. */
export function PrintedCodebook({ counts }: { counts: Counts }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? (
    <div className={classes.paperOnly}>
      <ReadableCodebook counts={counts} />
    </div>
  ) : null;
}
