import { memo } from 'react';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import { fullName, type Names } from './describe';
import styles from './reader.module.css';
import { useSettled } from './use-settled';

type Props = { codings: readonly Coding[]; names: Names; onGo: (id: string) => void; called: string | undefined };

const most = 100;
const patience = 250;

/** For people who hear the page: the passages on and around the screen, in reading order. */
export const Passages = memo(function Passages({ codings, names, onGo, called }: Props) {
  const listed = useSettled(codings, patience);
  return (
    <section
      aria-label={called ? `Coded passages on screen in the ${called}` : 'Coded passages on screen'}
      className={styles.unseen}
    >
      <p>{sentence(listed.length)}</p>
      <ol>
        {listed.slice(0, most).map((coding) => (
          <Passage
            key={coding.id}
            coding={coding}
            code={names.codes.get(coding.codeId)}
            coder={names.coders.get(coding.coderId)}
            onGo={onGo}
          />
        ))}
      </ol>
    </section>
  );
});

function sentence(count: number): string {
  if (count === 0) return 'No coded passages here.';
  return `${count} coded ${count === 1 ? 'passage' : 'passages'} here. J and K step through all of them.`;
}

type PassageProps = { coding: Coding; code: Code | undefined; coder: Member | undefined; onGo: (id: string) => void };

const Passage = memo(function Passage({ coding, code, coder, onGo }: PassageProps) {
  return (
    <li>
      <button type="button" tabIndex={-1} onClick={() => onGo(coding.id)}>
        Go to {fullName(coding, code, coder)}
      </button>
    </li>
  );
});
