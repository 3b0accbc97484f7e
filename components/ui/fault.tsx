import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Why something was not done, announced when it appears. */
export function Fault({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} py="xs">
      {sentence}
    </Alert>
  );
}
