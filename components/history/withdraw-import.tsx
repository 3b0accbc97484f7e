'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSend } from '@/components/project/provider';
import { Question } from '@/components/ui/question';
import { keptDays } from '@/lib/log';
import classes from './history.module.css';

/** Takes an import back, by name and after a question: no key press does. */
export function WithdrawImport({ id, source }: { id: string; source: string }) {
  const send = useSend();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const go = async () => {
    if (await send('project.withdraw', { import: id })) router.refresh();
  };
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Withdraw the import of ${source}`}
        onClick={() => setAsking(true)}
      >
        Withdraw
      </Button>
      <Question
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Withdraw the import of “${source}”?`}
        confirm="Withdraw"
        onConfirm={() => void go()}
      >
        <p className={classes.question}>
          Its documents, codes, codings and placeholders go out of sight. Documents and codes can be restored here for{' '}
          {keptDays} days, its rounds and what was settled and said in them cannot. It is refused where somebody has
          coded, settled or said something in it since.
        </p>
      </Question>
    </>
  );
}
