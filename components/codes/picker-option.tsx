import { IconHistory } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './codes.module.css';
import styles from './picker.module.css';
import type { Searchable } from './rank';
import { KeyCap } from './key-cap';
import { Swatch } from './swatch';

type Props = { id: string; item: Searchable; marked: boolean; recent: boolean; mark: () => void; choose: () => void };

export function PickerOption({ id, item: { code, path }, marked, recent, mark, choose }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) element.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={marked}
      className={styles.option}
      onMouseMove={mark}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <Swatch color={code.color} />
      <span className={styles.optionName}>
        {code.name}
        {path.length > 1 && <span className={classes.quiet}> {path.slice(0, -1).join(' › ')}</span>}
      </span>
      {recent && <IconHistory size={14} className={styles.recent} aria-label="used lately" />}
      <KeyCap shortcut={code.shortcut} />
    </div>
  );
}
