import type { ReactNode } from 'react';
import { counted } from '@/components/ui/counted';
import type { Code, CodeExample } from '@/lib/codebook';
import classes from './readable.module.css';
import { CodeVersions } from './versions/code-versions';

type Props = { code: Code; depth: number; above: string[]; count: number };

export function ReadableCode({ code, depth, above, count }: Props) {
  const { definition, useWhen, avoidWhen, examples } = code;
  const Heading = depth === 0 ? 'h2' : 'h3';
  const undefinedYet = !definition && !useWhen && !avoidWhen && examples.length === 0;
  return (
    <section id={`code-${code.id}`} className={classes.code} data-top={depth === 0 || undefined} aria-label={code.name}>
      {above.length > 0 && <p className={classes.above}>{above.join(' › ')}</p>}
      <Heading className={classes.name} dir="auto">
        <span className={classes.bigSwatch} style={{ background: code.color }} />
        {code.name}
        {code.shortcut && <kbd title="Shortcut in the workspace">{code.shortcut}</kbd>}
        <span className={classes.count}>{counted(count, 'coding')}</span>
      </Heading>
      {undefinedYet && <p className={classes.none}>Not defined yet.</p>}
      {definition && (
        <p className={classes.definition} dir="auto">
          {definition}
        </p>
      )}
      <dl className={classes.rules}>
        {useWhen && <Rule title="Use when">{useWhen}</Rule>}
        {avoidWhen && <Rule title="Avoid when">{avoidWhen}</Rule>}
        <Examples title="Examples" examples={examples.filter(({ counter }) => !counter)} />
        <Examples title="Counter-examples" examples={examples.filter(({ counter }) => counter)} />
      </dl>
      <CodeVersions code={code} />
    </section>
  );
}

function Rule({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Examples({ title, examples }: { title: string; examples: CodeExample[] }) {
  if (examples.length === 0) return null;
  return (
    <Rule title={title}>
      {examples.map(({ text, note }, at) => (
        <span key={at} className={classes.example}>
          <q dir="auto">{text}</q>
          {note && <span className={classes.note}>{note}</span>}
        </span>
      ))}
    </Rule>
  );
}
