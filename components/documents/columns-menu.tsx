import { Button, Menu } from '@mantine/core';
import { IconCheck, IconColumns3 } from '@tabler/icons-react';
import type { Attribute } from '@/lib/documents';
import classes from './documents.module.css';

type Props = { defined: readonly Attribute[]; shown: readonly string[]; onChange: (keys: string[]) => void };

/** Which attributes the table shows. */
export function ColumnsMenu({ defined, shown, onChange }: Props) {
  const toggle = (key: string) => onChange(shown.includes(key) ? shown.filter((each) => each !== key) : [...shown, key]);
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <Button className={classes.columns} variant="subtle" color="gray" leftSection={<IconColumns3 size={16} aria-hidden />} disabled={defined.length === 0}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {defined.map(({ key, name }) => (
          <Menu.Item
            key={key}
            role="menuitemcheckbox"
            aria-checked={shown.includes(key)}
            leftSection={<IconCheck size={16} aria-hidden style={{ visibility: shown.includes(key) ? 'visible' : 'hidden' }} />}
            onClick={() => toggle(key)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
