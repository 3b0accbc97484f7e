import type { Code } from '@/lib/codebook';
import classes from './codes.module.css';

/** What a code means and when to use it, as the codebook says. Empty rules are left out. */
export function CodeRules({ code }: { code: Code }) {
  const { definition, useWhen, avoidWhen, examples } = code;
  if (!definition && !useWhen && !avoidWhen && examples.length === 0) {
    return <p className={classes.hint}>The codebook does not define this code yet.</p>;
  }
  return (
    <div className={classes.rules}>
      {definition && <p>{definition}</p>}
      {useWhen && <Rule title="Use when" text={useWhen} />}
      {avoidWhen && <Rule title="Avoid when" text={avoidWhen} />}
      {examples.length > 0 && (
        <div>
          <p className={classes.ruleTitle}>{examples.length === 1 ? 'Example' : 'Examples'}</p>
          <ul className={classes.examples}>
            {examples.slice(0, 4).map((example, index) => (
              <li key={index}>
                <span className={classes.exampleSign}>{example.counter ? 'Not: ' : ''}</span>
                <q dir="auto">{example.text}</q>
                {example.note && <span className={classes.quiet}> {example.note}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Rule({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className={classes.ruleTitle}>{title}</p>
      <p>{text}</p>
    </div>
  );
}
