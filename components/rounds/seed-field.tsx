import { ActionIcon, NumberInput } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';

type Props = { seed: number; onChange: (seed: number) => void };

/** The number from which chance begins, typed or rolled. */
export function SeedField({ seed, onChange }: Props) {
  return (
    <NumberInput
      label="Seed"
      size="xs"
      min={0}
      max={2 ** 31 - 1}
      allowDecimal={false}
      value={seed}
      onChange={(value) => typeof value === 'number' && value >= 0 && onChange(value)}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label="Another seed"
          onClick={() => onChange(rolled())}
        >
          <IconArrowsShuffle size={14} aria-hidden />
        </ActionIcon>
      }
    />
  );
}

function rolled(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
}
