import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { shown, type Candidate } from './code-all-list';
import classes from './code-all.module.css';

type Props = {
  text: string;
  direction: 'ltr' | 'rtl';
  candidate: Candidate;
  taken: boolean;
  toggle: (id: string) => void;
};

/** One place where the words stand, in its context. */
export const CodeAllRow = memo(function CodeAllRow({ text, direction, candidate, taken, toggle }: Props) {
  return (
    <li className={classes.row} data-coded={candidate.isCoded || undefined}>
      <Checkbox
        size="xs"
        checked={taken}
        disabled={candidate.isCoded}
        onChange={() => toggle(candidate.id)}
        classNames={{ labelWrapper: classes.words }}
        label={
          <span dir={direction}>
            {shown(text, candidate).map((piece, index) => (
              <span key={index} className={classes[piece.kind]}>
                {piece.text}
              </span>
            ))}
          </span>
        }
      />
    </li>
  );
});
