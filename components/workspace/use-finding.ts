import { useDeferredValue, useMemo, useState, type RefObject } from 'react';
import type { Found, ReaderHandle } from '@/components/reader';
import { finder, isWholeWord, type Span } from '@/lib/text';

export type FindOptions = { words: boolean; accents: boolean };

export type Finding = {
  isOpen: boolean;
  query: string;
  options: FindOptions;
  hits: readonly Span[];
  /** Which of the hits is looked at, from 0; -1 where there is none. */
  at: number;
  /** What the reader marks; nothing while the bar is closed. */
  found: Found | undefined;
  open: (query: string | null) => void;
  close: () => void;
  ask: (query: string) => void;
  choose: (options: FindOptions) => void;
  step: (direction: 1 | -1) => void;
};

type Desk = { text: string; reader: RefObject<ReaderHandle | null> };

/** The search in a document: what is asked for, where it was found, and which find one looks at. */
export function useFinding({ text, reader }: Desk): Finding {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [options, setOptions] = useState<FindOptions>({ words: false, accents: true });
  const [from, setFrom] = useState(0);
  const asked = useDeferredValue(isOpen ? query : '');
  const accents = options.accents ? 'keep' : 'ignore';
  const find = useMemo(() => (isOpen ? finder(text, { accents }) : null), [isOpen, text, accents]);
  const hits = useMemo(() => {
    const all = asked && find ? find(asked) : [];
    return options.words ? all.filter((hit) => isWholeWord(text, hit)) : all;
  }, [find, asked, options.words, text]);
  const at = atOrAfter(hits, from);
  const found = useMemo(() => (isOpen ? { spans: hits, at } : undefined), [isOpen, hits, at]);

  const begin = (next: string) => {
    setQuery(next);
    setFrom(reader.current?.caret() ?? 0);
  };

  return {
    ...{ isOpen, query, options, hits, at, found },
    open: (words) => {
      setOpen(true);
      begin(words ?? query);
    },
    close: () => {
      setOpen(false);
      reader.current?.focus();
      const hit = hits[at];
      if (hit) reader.current?.select(hit);
    },
    ask: begin,
    choose: setOptions,
    step: (direction) => {
      const next = hits[(at + direction + hits.length) % hits.length];
      if (!next) return;
      setFrom(next.start);
      reader.current?.reveal(next);
    },
  };
}

/** The first hit that begins at an offset or after it, else the first of all; -1 where there is none. */
function atOrAfter(hits: readonly Span[], offset: number): number {
  const after = hits.findIndex(({ start }) => start >= offset);
  return after < 0 && hits.length > 0 ? 0 : after;
}
