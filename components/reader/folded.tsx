import { Menu } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Coding } from '@/lib/codings';
import { codeName, coderName, quoteStart, type Names } from './describe';
import type { Scheme } from './highlight-sheet';
import styles from './lane.module.css';
import { lookOf } from './look';

type Props = {
  codings: readonly Coding[];
  names: Names;
  scheme: Scheme;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onActive: (id: string) => void;
};

/** The labels for which a row had no room, behind their number. */
export function Folded({ codings, names, scheme, isOpen, onOpen, onActive }: Props) {
  const chip = (
    <button
      type="button"
      dir="ltr"
      className={styles.chip}
      aria-label={`+${codings.length}: more codings here`}
      onClick={isOpen ? undefined : () => onOpen(true)}
    >
      +{codings.length}
    </button>
  );
  if (!isOpen) return chip;
  return (
    <Menu opened onChange={onOpen} position="bottom-end" width={280} shadow="md">
      <Menu.Target>{chip}</Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {codings.map((coding) => (
          <Menu.Item key={coding.id} onClick={() => onActive(coding.id)}>
            <span className={styles.folded} style={{ '--ink': lookOf(names, coding, scheme).ink } as CSSProperties}>
              <span className={styles.swatch} />
              <span>
                {codeName(names.codes.get(coding.codeId))}, {coderName(coding, names.coders.get(coding.coderId))}
                <bdi className={styles.quote}>{quoteStart(coding.quote)}</bdi>
              </span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
