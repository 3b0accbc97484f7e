import type { Piece } from '@/lib/text';
import classes from './excerpt.module.css';

type Props = { pieces: readonly Piece[]; language: string | null };

/** Words of a text in what stands around them; what somebody marked is tinted and underlined. */
export function Excerpt({ pieces, language }: Props) {
  return (
    <blockquote className={classes.quote} dir="auto" lang={language ?? undefined}>
      {pieces.map(({ text, kind }, at) =>
        kind === 'marked' ? (
          <mark key={at}>{text}</mark>
        ) : (
          <span key={at} className={kind === 'around' ? classes.around : undefined}>
            {text.replace(/\n{2,}/gu, '\n')}
          </span>
        ),
      )}
    </blockquote>
  );
}
