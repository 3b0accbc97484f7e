import { intersection, union, type Span } from '@/lib/text';
import classes from './adjudication.module.css';
import type { Case } from './queue';

type Props = { found: Case; lit: readonly Span[]; language: string | null };
type Piece = { text: string; kind: 'around' | 'unit' | 'marked' | 'lit' };

/** The words of a passage with what stands around them; what anybody marked is underlined, what is looked at is tinted. */
export function PassageText({ found, lit, language }: Props) {
  return (
    <blockquote className={classes.text} dir="auto" lang={language ?? undefined}>
      {pieces(found, lit).map(({ text, kind }, index) => {
        const words = text.replace(/\n{2,}/gu, '\n');
        return kind === 'marked' || kind === 'lit' ? (
          <mark key={index} data-lit={kind === 'lit' || undefined}>
            {words}
          </mark>
        ) : (
          <span key={index} className={kind === 'around' ? classes.around : undefined}>
            {words}
          </span>
        );
      })}
    </blockquote>
  );
}

function pieces({ start, end, around, lanes }: Case, lit: readonly Span[]): Piece[] {
  const marked = union(
    lanes.flatMap(({ codings }) => codings.map(({ start: from, end: to }) => ({ start: from, end: to }))),
  );
  const bright = union([...lit]);
  const edges = [start, end, ...[...marked, ...bright].flatMap((span) => [span.start, span.end])];
  const last = around.start + around.text.length;
  const cuts = [...new Set([around.start, ...edges, last])]
    .filter((at) => at >= around.start && at <= last)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const span = { start: cuts[index]!, end: to };
    const text = around.text.slice(span.start - around.start, span.end - around.start);
    const within = (spans: readonly Span[]) => spans.some((each) => intersection(each, span) !== null);
    const kind = within(bright) ? 'lit' : within(marked) ? 'marked' : within([{ start, end }]) ? 'unit' : 'around';
    return { text, kind };
  });
}
