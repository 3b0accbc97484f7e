import { MantineProvider } from '@mantine/core';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ProjectProvider, useProject } from '@/components/project/provider';
import { Reader, type ReaderHandle } from '@/components/reader';
import { Beside, usePairing } from '@/components/workspace/beside';
import { useDocumentCodings } from '@/components/workspace/use-document-codings';
import type { StateData } from '@/lib/door';
import { coders, codes, subject, type Subject } from './texts';
import { timedOpen, timedScroll } from './timings';

/** The steps of a measurement of one text, alone or beside its translation. */
export type PairSteps = {
  prepare(words: number, codings: number, isBeside: boolean): void;
  open(): ReturnType<typeof timedOpen>;
  scroll(): ReturnType<typeof timedScroll>;
};

declare global {
  var pairSteps: PairSteps;
}

const root = createRoot(document.getElementById('root')!);
let made: Subject = subject(0, 0);
let other = '';
let wanted = 1;

globalThis.pairSteps = {
  prepare: (words, codings, isBeside) => {
    made = subject(words, codings);
    other = JSON.stringify({ ...made, codings: made.codings.map(asOther) });
    wanted = isBeside ? 2 : 1;
    localStorage.setItem('concord:side-by-side', isBeside ? 'yes' : 'no');
    flushSync(() => root.render(<MantineProvider>{null}</MantineProvider>));
  },
  open: () => timedOpen(mount, () => document.querySelectorAll('[role=textbox]').length === wanted),
  scroll: timedScroll,
};

/** The other text comes as from the server, but for the network. */
globalThis.fetch = async () => new Response(other);
globalThis.EventSource = class {
  addEventListener() {}
  close() {}
} as unknown as typeof EventSource;

function asOther(coding: Subject['codings'][number]) {
  return { ...coding, id: `other ${coding.id}`, documentId: 'other' };
}

function mount(): void {
  const start = { data: dataOf(made), cursor: '', own: [] };
  const page = (
    <ProjectProvider projectId="project" snapshot={start}>
      <Page />
    </ProjectProvider>
  );
  flushSync(() => root.render(<MantineProvider>{page}</MantineProvider>));
}

function dataOf({ codings, text }: Subject): StateData {
  const about = {
    language: 'en',
    direction: 'ltr',
    attributes: {},
    length: text.length,
    sha256: '',
    createdAt: '',
  } as const;
  const settings = { codersEditDocuments: false, codersEditCodebook: false };
  const none = { invitations: [], coderAttributes: [], attributes: [], finished: [], rounds: [], reminders: [] };
  return {
    ...{ ...none, settlements: [], comments: [], codebookVersion: 1, viewerId: 'coder-0', codings },
    project: { id: 'project', title: '', description: '', ...settings } as StateData['project'],
    members: [...coders.values()],
    documents: ['text', 'other'].map((id) => ({ id, title: id, ...about })),
    pairs: [{ id: 'pair', originalId: 'text', translationId: 'other', anchors: [] }],
    codes: [...codes.values()],
  };
}

function Page() {
  const { codings } = useProject();
  const [reader, otherReader] = [useRef<ReaderHandle>(null), useRef<ReaderHandle>(null)];
  const wantedRef = useRef(false);
  const { text, blocks } = made;
  const pairing = usePairing({ documentId: 'text', text, blocks, codings: made.codings });
  const own = useDocumentCodings('text', codings);
  const surface = (
    <Reader
      {...{ documentId: 'text', text, blocks, direction: 'ltr', language: 'en', ref: reader }}
      {...{ codings, codes, coders, viewerId: 'coder-0', active: null, label: 'Text' }}
      onActive={nothing}
      onSelection={nothing}
      onResize={nothing}
    />
  );
  if (!pairing?.isOpen) return surface;
  return (
    <Beside
      {...{ pairing, reader, otherReader, wantedRef, codings: own, caret: -1, shown: undefined }}
      onActive={nothing}
      onKey={() => false}
    >
      {surface}
    </Beside>
  );
}

function nothing(): void {}
