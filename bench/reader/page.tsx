import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Reader } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import { Table } from '@/lib/log';
import { mountLimit, type Mounted } from './limit';
import { coders, codes, oneMore, subject, type Subject } from './texts';
import { timedAdds, timedOpen, timedScroll } from './timings';

/** What is measured: this surface, and plain elements with and without the codings near the screen painted. */
export type Way = 'reader' | 'painted' | 'plain';

/** The steps of a measurement, called one by one from outside so that memory and script time can be read between. */
export type Steps = {
  prepare(words: number, codings: number): void;
  open(way: Way): ReturnType<typeof timedOpen>;
  add(): ReturnType<typeof timedAdds>;
  scroll(): Promise<{ frames: number; slow: number }>;
};

declare global {
  var steps: Steps;
}

const host = document.getElementById('text')!;
const root = createRoot(document.getElementById('root')!);
let made: Subject = subject(0, 0);
let table = Table.of<Coding>();
let mounted: Mounted | null = null;

globalThis.steps = {
  prepare: (words, codings) => {
    made = subject(words, codings);
    table = Table.of(made.codings);
    flushSync(() => root.render(<MantineProvider>{null}</MantineProvider>));
  },
  open: (way) => timedOpen(() => (mounted = mount(way))),
  add: () => timedAdds((n) => mounted?.add(oneMore(made.text, n))),
  scroll: timedScroll,
};

function mount(way: Way): Mounted {
  return way === 'reader' ? mountReader() : mountLimit(host, made, way === 'painted');
}

type SetCodings = (change: (codings: Table<Coding>) => Table<Coding>) => void;

/** The surface as the workspace has it: below the provider that every page has around it already. */
function mountReader(): Mounted {
  let set: SetCodings | undefined;
  const page = <Page subject={made} keep={(setter) => (set = setter)} />;
  flushSync(() => root.render(<MantineProvider>{page}</MantineProvider>));
  return { add: (coding) => flushSync(() => set?.((codings) => codings.with(coding))) };
}

function Page({ subject, keep }: { subject: Subject; keep: (set: SetCodings) => void }) {
  const [codings, setCodings] = useState(table);
  const [active, setActive] = useState<string | null>(null);
  keep(setCodings);
  return (
    <Reader
      {...{ documentId: 'text', text: subject.text, blocks: subject.blocks, direction: 'ltr', language: 'en' }}
      {...{ codings, codes, coders, viewerId: 'coder-0', active, onActive: setActive, label: 'Text' }}
      onSelection={() => undefined}
      onResize={() => undefined}
    />
  );
}
