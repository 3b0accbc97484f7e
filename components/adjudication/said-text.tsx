import { useProject } from '@/components/project/provider';
import { readMentions } from '@/lib/rounds';
import classes from './adjudication.module.css';

/** The words of a comment, whom it names set apart. */
export function SaidText({ text }: { text: string }) {
  const { members } = useProject();
  return (
    <p className={classes.said} dir="auto">
      {readMentions(text, [...members.values()]).map(({ text: words, named }, index) =>
        named.length > 0 ? <strong key={index}>{words}</strong> : <span key={index}>{words}</span>,
      )}
    </p>
  );
}
