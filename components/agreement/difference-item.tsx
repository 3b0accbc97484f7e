import { IconArrowRight } from '@tabler/icons-react';
import Link from 'next/link';
import { Excerpt } from '@/components/documents/excerpt';
import { RenderedMemo } from '@/components/memo';
import steps from '@/components/ui/steps.module.css';
import type { Coding } from '@/lib/codings';
import type { Shown } from './difference-list';
import { excerpt } from '@/lib/text';
import classes from './differences.module.css';
import type { Scope } from './scope';
import { count } from './words';

type Props = Shown & { number: number; scope: Scope; projectId: string; language: string | null };

const reach = { around: 160, unit: 700 };

/** One unit: its words, who put the code there, who did not and what they put instead. */
export function DifferenceItem({ difference, text, codings, number, scope, projectId, language }: Props) {
  const { unit, codeId, documentId, yes, no } = difference;
  const under = below(scope, codeId);
  const marks = codings.filter((coding) => under.has(coding.codeId) && yes.includes(coding.coderId));
  const code = scope.codes.find(({ id }) => id === codeId);
  return (
    <li className={steps.item} data-difference={number} tabIndex={-1}>
      <div className={classes.head}>
        <span className={classes.number}>{count(number)}</span>
        <span className={classes.swatch} style={{ background: code?.color }} aria-hidden />
        <h3 dir="auto">{code?.name}</h3>
        <Link href={`/projects/${projectId}/documents/${documentId}?at=${unit.start}-${unit.end}`} className={steps.open} data-passage>
          Open the passage <IconArrowRight size={14} aria-hidden />
        </Link>
      </div>
      <Excerpt pieces={excerpt(text, unit, { marked: marks, reach })} language={language} />
      <dl className={classes.answers}>
        {yes.map((coder) => (
          <Answer key={coder} said="Yes" name={nameOf(scope, coder)} codings={codings.filter((each) => each.coderId === coder && under.has(each.codeId))} scope={scope} plain={codeId} />
        ))}
        {no.map((coder) => (
          <Answer key={coder} said="No" name={nameOf(scope, coder)} codings={codings.filter((each) => each.coderId === coder)} scope={scope} plain={codeId} />
        ))}
      </dl>
    </li>
  );
}

type AnswerProps = { said: 'Yes' | 'No'; name: string; codings: Coding[]; scope: Scope; plain: string };

/** What one coder said. A yes names its code only where a child code made it; a no names what stands there instead. */
function Answer({ said, name, codings, scope, plain }: AnswerProps) {
  const names = [...new Set(codings.map(({ codeId }) => codeId))].filter((id) => said === 'No' || id !== plain);
  const codes = names.map((id) => `“${scope.codes.find((code) => code.id === id)?.name ?? ''}”`).join(', ');
  const memos = codings.filter(({ memo }) => memo.trim() !== '');
  return (
    <div className={classes.answer}>
      <dt>
        <span className={said === 'Yes' ? classes.yes : classes.no}>{said}</span> {name}
      </dt>
      <dd>
        {said === 'No' && (codes ? `put ${codes} here` : 'put nothing here')}
        {said === 'Yes' && codes && `as ${codes}`}
        {memos.map(({ id, memo }) => (
          <div key={id} className={classes.memo}>
            <RenderedMemo text={memo} />
          </div>
        ))}
      </dd>
    </div>
  );
}

function nameOf({ coders }: Scope, id: string): string {
  return coders.find((coder) => coder.id === id)?.name ?? '';
}

/** A code and everything below it. The list of codes has parents before their children. */
function below({ codes }: Scope, id: string): Set<string> {
  const found = new Set([id]);
  for (const code of codes) if (code.parentId && found.has(code.parentId)) found.add(code.id);
  return found;
}
