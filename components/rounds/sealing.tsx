import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import classes from './open-round.module.css';

export function Sealing() {
  return (
    <Alert variant="light" icon={<IconLock size={18} />} title="What sealing means">
      <ul className={classes.sealing}>
        <li>
          While the round is open, everyone sees only their own codings on these documents, in the text and in every list, count and
          export. That goes for owners, too: for you.
        </li>
        <li>Codings that are already there are sealed as well.</li>
        <li>You see who has finished a document, and nothing else.</li>
        <li>Closing the round reveals everything to every member. Neither opening nor closing can be taken back.</li>
      </ul>
    </Alert>
  );
}
