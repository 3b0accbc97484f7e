import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowMerge,
  IconArrowUp,
  IconBook,
  IconDots,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useProject, useSend } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import classes from './codes.module.css';
import type { Direction } from './moves';
import type { Moving } from './use-moving';

/** What the panel can be asked to do with a code, beyond what happens at once. */
export type Asked = { what: 'edit' | 'merge' | 'add'; codeId: string };

type Props = {
  code: Code;
  opened: boolean;
  setOpened: (opened: boolean) => void;
  moving: Moving;
  ask: (asked: Asked) => void;
};

const steps: { direction: Direction; label: string; keys: string; Icon: typeof IconArrowUp }[] = [
  { direction: 'up', label: 'Move up', keys: 'Alt+↑', Icon: IconArrowUp },
  { direction: 'down', label: 'Move down', keys: 'Alt+↓', Icon: IconArrowDown },
  { direction: 'in', label: 'Move under the code above', keys: 'Alt+→', Icon: IconIndentIncrease },
  { direction: 'out', label: 'Move out of its parent', keys: 'Alt+←', Icon: IconIndentDecrease },
];

/** All that can be done with one code beside the text, for those who may edit the codebook. */
export function CodeMenu({ code, opened, setOpened, moving, ask }: Props) {
  const { project } = useProject();
  const send = useSend();
  const item = (what: Asked['what']) => () => ask({ what, codeId: code.id });
  const button = (
    <ActionIcon
      size="xs"
      variant="subtle"
      color="gray"
      className={classes.more}
      tabIndex={-1}
      aria-label={`More about ${code.name}`}
      aria-haspopup="menu"
      onClick={(event) => {
        event.stopPropagation();
        setOpened(!opened);
      }}
    >
      <IconDots size={14} />
    </ActionIcon>
  );
  // A menu for each of hundreds of codes would be mounted for nothing.
  if (!opened) return button;
  return (
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Menu opened onChange={setOpened} position="bottom-end" withinPortal>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown aria-label={`More about ${code.name}`}>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={item('edit')}>
            Name, key and colour…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBook size={14} />}
            component={Link}
            href={`/projects/${project.id}/codebook?code=${code.id}`}
          >
            Edit rules
          </Menu.Item>
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={item('add')}>
            Add a code inside…
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMerge size={14} />} onClick={item('merge')}>
            Merge into…
          </Menu.Item>
          <Menu.Item
            leftSection={code.archived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
            onClick={() => void send('code.archive', { id: code.id, archived: !code.archived })}
          >
            {code.archived ? 'Bring back' : 'Archive'}
          </Menu.Item>
          <Menu.Divider />
          {steps.map(({ direction, label, keys, Icon }) => (
            <Menu.Item
              key={direction}
              leftSection={<Icon size={14} />}
              rightSection={<span className={classes.quiet}>{keys}</span>}
              disabled={!moving.canStep(code.id, direction)}
              onClick={() => moving.step(code.id, direction)}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
