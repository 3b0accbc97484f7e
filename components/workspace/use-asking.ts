import { useState, type RefObject } from 'react';
import type { Picking } from '@/components/codes';
import type { ReaderHandle } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import type { Span } from '@/lib/text';
import type { Acts } from './use-coding-acts';

/** What the picker was opened for: another code for a coding, a code for some words, or just to look rules up. */
type Asking = { coding: Coding } | { span: Span } | 'rules' | null;

/** The picker's question and what its answer does. Closing it gives focus and selection back to the text. */
export function useAsking({
  text,
  reader,
  acts,
}: {
  text: string;
  reader: RefObject<ReaderHandle | null>;
  acts: Acts;
}) {
  const [asking, setAsking] = useState<Asking>(null);

  const close = () => {
    setAsking(null);
    requestAnimationFrame(() => {
      reader.current?.focus();
      if (asking && typeof asking === 'object' && 'span' in asking) reader.current?.select(asking.span);
    });
  };

  const choose = (codeId: string) => {
    setAsking(null);
    if (asking === null || asking === 'rules') return;
    requestAnimationFrame(() => {
      if ('span' in asking) return void acts.code(codeId, asking.span);
      reader.current?.focus();
      void acts.recode(asking.coding, codeId);
    });
  };

  return {
    picking: asking && pickingFor(asking, text),
    ask: (span: Span | null) => setAsking(span ? { span } : 'rules'),
    askInstead: (coding: Coding) => setAsking({ coding }),
    close,
    choose,
  };
}

/** A quote in the picker's title needs no more than a line. */
const longestTitle = 200;

function pickingFor(asking: NonNullable<Asking>, text: string): Picking {
  if (asking === 'rules') return { title: 'Codes', quote: null };
  const { start, end } = 'span' in asking ? asking.span : asking.coding;
  return {
    title: 'span' in asking ? 'Code' : 'Change the code of',
    quote: text.slice(start, Math.min(end, start + longestTitle)),
  };
}
