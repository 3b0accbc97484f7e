'use client';

import { useSelectedLayoutSegments } from 'next/navigation';
import { useSaving } from '@/components/project/provider';
import { savingInWords } from '@/components/project/saving-in-words';
import classes from './project-header.module.css';

/** What has not reached the server and why, on pages that have no toolbar of a text to say so. */
export function UnsavedBar() {
  const saving = useSaving();
  const [page, document = 'table'] = useSelectedLayoutSegments();
  const hasToolbar = page === 'documents' && document !== 'table';
  const isOnItsWay = saving.state === 'saved' || saving.state === 'saving';
  const { words, meaning } = savingInWords(saving);
  return (
    <div role="status">
      {!hasToolbar && !isOnItsWay && saving.unsaved > 0 && (
        <p className={classes.unsaved}>
          <strong>{words}.</strong> {meaning}
        </p>
      )}
    </div>
  );
}
