'use client';

import { useState, type FormEvent } from 'react';
import { sentenceOf } from './post';

/** What a form does when it is sent: `onSubmit` for the form, whether it is under way, and the sentence if it failed. */
export function useSubmit(work: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, onSubmit };
}
