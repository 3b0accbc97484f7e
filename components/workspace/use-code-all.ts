import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSendStep } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { newId } from '@/lib/log';
import { findAll, slice, trimmed, type Span } from '@/lib/text';
import type { Acts } from './use-coding-acts';
import type { Finding } from './use-finding';

type Asked = { query: string; hits: readonly Span[] };
type Desk = { documentId: string; text: string; finding: Finding; acts: Acts };

/** Coding every place where words stand: the selected ones, else those looked for. One step for all of them. */
export function useCodeAll({ documentId, text, finding, acts }: Desk) {
  const sendStep = useSendStep();
  const [asked, setAsked] = useState<Asked | null>(null);

  const ask = () => {
    const selected = acts.target();
    const span = selected && trimmed(text, selected);
    const query = span ? slice(text, span).slice(0, longestPhrase) : finding.query;
    const isSearched = !span && finding.isOpen;
    const hits = isSearched ? finding.hits : span ? findAll(text, query) : [];
    if (hits.length > 0) setAsked({ query, hits });
    else
      notifications.show({
        id: 'no-phrase',
        message: 'Select words first, or look for some with Ctrl+F.',
        autoClose: 4_000,
      });
  };

  const run = async (codeId: string, passages: readonly Span[]) => {
    setAsked(null);
    acts.remember(codeId);
    const made = passages.map((span) => {
      const { start, end } = span;
      return { id: newId(), documentId, codeId, start, end, quote: slice(text, span) };
    });
    const done = await sendStep(made.map((body) => ({ kind: 'coding.add', body }) as const));
    if (done)
      notifications.show({
        message: `${counted(made.length, 'passage')} coded. Ctrl+Z takes all of it back.`,
        autoClose: 5_000,
      });
  };

  return { asked, ask, run, close: () => setAsked(null) };
}

/** A phrase longer than this is a passage, not something to look for elsewhere. */
const longestPhrase = 500;
