import type { ReactElement } from 'react';
import { Note } from '@/components/ui/note';
import { isRefusal } from '@/lib/errors';

/** What was counted, or why it could not be, in words. What is no refusal is a bug and goes on. */
export async function counted<T>(counting: Promise<T>, show: (answer: T) => ReactElement): Promise<ReactElement> {
  try {
    return show(await counting);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return <Note tone="fault">{error.message}</Note>;
  }
}
