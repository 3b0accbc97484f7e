import { useEffect, useState } from 'react';
import { post, sentenceOf } from '@/components/ui/post';

/** What a link opens, or the sentence why it does not. */
export type Looked<T> = { found: T } | { fault: string };

/** Asks the server once what a link opens; null while the answer is awaited, or there is nothing to ask. */
export function useLooked<T>(path: string, body: object | null): Looked<T> | null {
  const [looked, setLooked] = useState<Looked<T> | null>(null);
  const asked = body && JSON.stringify(body);
  useEffect(() => {
    if (!asked) return;
    let current = true;
    post<T>(path, JSON.parse(asked))
      .then((found): Looked<T> => ({ found }))
      .catch((error: unknown): Looked<T> => ({ fault: sentenceOf(error) }))
      .then((next) => current && setLooked(next));
    return () => {
      current = false;
    };
  }, [path, asked]);
  return looked;
}
