import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '@/components/ui/counted';
import classes from './adjudication.module.css';
import type { AgreedPassage } from './queue';

type Props = { agreed: AgreedPassage[]; maySettle: boolean; take: (agreed: AgreedPassage[]) => Promise<boolean> };

/** What nobody disputes belongs into the consensus too, once somebody says so. */
export function AgreedBar({ agreed, maySettle, take }: Props) {
  const [busy, setBusy] = useState(false);
  if (agreed.length === 0) return null;
  const run = async () => {
    setBusy(true);
    await take(agreed);
    setBusy(false);
  };
  return (
    <div className={classes.agreed}>
      <p>{`On ${counted(agreed.length, 'passage')} all coders agree; ${agreed.length === 1 ? 'it is' : 'they are'} not in the consensus yet.`}</p>
      {maySettle && (
        <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
          {`Take ${agreed.length === 1 ? 'it' : `all ${agreed.length}`} into the consensus`}
        </Button>
      )}
    </div>
  );
}
