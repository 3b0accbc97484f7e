'use client';

import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconLink, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import classes from './report.module.css';

/** Count anew, take the address along, print. */
export function PageActions() {
  const router = useRouter();
  const [pending, begin] = useTransition();
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" variant="subtle" loading={pending} leftSection={<IconRefresh size={15} aria-hidden />} onClick={() => begin(() => router.refresh())}>
        Count again
      </Button>
      <CopyLink />
      <Button size="compact-sm" variant="subtle" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
    </div>
  );
}

function CopyLink() {
  return (
    <CopyButton value={typeof window === 'undefined' ? '' : window.location.href}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="subtle" leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconLink size={15} aria-hidden />} onClick={copy}>
          {copied ? 'Copied' : 'Copy link'}
        </Button>
      )}
    </CopyButton>
  );
}
