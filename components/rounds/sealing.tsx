import { IconLock } from '@tabler/icons-react';
import classes from './open-round.module.css';

export function Sealing() {
  return (
    <section className={classes.sealing}>
      <h2>
        <IconLock size={16} aria-hidden /> What sealing means
      </h2>
      <ul>
        <li>
          While the round is open, everyone sees only their own codings on these documents: in the text, and in every
          list, count and export. That goes for owners, and so for you.
        </li>
        <li>Codings that are already there are sealed as well.</li>
        <li>You see who has finished a document, and nothing else.</li>
        <li>Closing the round reveals everything to every member. Neither opening nor closing can be taken back.</li>
      </ul>
    </section>
  );
}
