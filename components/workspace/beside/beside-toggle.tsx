import { ActionIcon, Tooltip } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import { otherSide } from '@/lib/documents';
import type { Pairing } from './use-pairing';

/** Shows the other text of the pair beside this one, or puts it away. */
export function BesideToggle({ pairing: { place, isOpen, setOpen } }: { pairing: Pairing }) {
  const label = `Side by side with the ${otherSide(place.side)} (Shift+T)`;
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        variant={isOpen ? 'light' : 'subtle'}
        color={isOpen ? undefined : 'gray'}
        aria-label={label}
        aria-pressed={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconColumns2 size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
