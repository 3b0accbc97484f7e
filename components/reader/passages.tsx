import { memo, useDeferredValue } from 'react';
import type { Coding } from '@/lib/codings';
import { fullName, type Names } from './describe';
import styles from './reader.module.css';

type Props = { codings: readonly Coding[]; names: Names; onGo: (id: string) => void };

const most = 100;

/** For people who hear the page: the passages on and around the screen, in reading order. */
export function Passages({ codings, names, onGo }: Props) {
  const listed = useDeferredValue(codings).slice(0, most);
  return (
    <section aria-label="Coded passages on screen" className={styles.unseen}>
      <p>
        {codings.length === 0
          ? 'No coded passages here.'
          : `${codings.length} coded passages here. J and K step through all of them.`}
      </p>
      <ol>
        {listed.map((coding) => (
          <Passage key={coding.id} id={coding.id} name={fullName(names, coding)} onGo={onGo} />
        ))}
      </ol>
    </section>
  );
}

type PassageProps = { id: string; name: string; onGo: (id: string) => void };

const Passage = memo(
  function Passage({ id, name, onGo }: PassageProps) {
    return (
      <li>
        <button type="button" tabIndex={-1} onClick={() => onGo(id)}>
          Go to {name}
        </button>
      </li>
    );
  },
  (before, after) => before.name === after.name && before.id === after.id,
);
