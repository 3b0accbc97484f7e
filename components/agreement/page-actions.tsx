'use client';

import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconDownload, IconLink, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import classes from './report.module.css';

/** Take everything along that the numbers were made from, count anew, keep the address, print. */
export function PageActions({ appendix }: { appendix: string }) {
  const router = useRouter();
  const [pending, begin] = useTransition();
  return (
    <div className={classes.actions}>
      <Button component="a" href={appendix} download size="compact-sm" variant="subtle" leftSection={<IconDownload size={15} aria-hidden />} title="Methods, tables, documents and the raw matrix for R and Python, in one ZIP file">
        Appendix
      </Button>
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
