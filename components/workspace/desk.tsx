import { useMemo, useRef, useState } from 'react';
import { CodePanel, PassagePanel, Picker } from '@/components/codes';
import { useProject, useSend } from '@/components/project/provider';
import { Reader, type ReaderHandle } from '@/components/reader';
import { can } from '@/lib/access';
import { finishedId, type Coding } from '@/lib/codings';
import type { DocumentSummary } from '@/lib/documents';
import type { Block } from '@/lib/text';
import { DocumentHeader } from './document-header';
import { everything, hiddenCount, passes } from './filter';
import { HelpSheet } from './help-sheet';
import { Notices } from './notices';
import { Panes } from './panes';
import { linkTo } from './place';
import { Toolbar } from './toolbar';
import { useAsking } from './use-asking';
import { useCodingActs } from './use-coding-acts';
import { useCommands } from './use-commands';
import { useDocumentCodings } from './use-document-codings';
import { usePassage } from './use-passage';
import { usePlace } from './use-place';

type Props = { document: DocumentSummary; text: string; blocks: Block[] };

/** One document on the desk: wires text, codes, passage and keys together. */
export function Desk({ document, text, blocks }: Props) {
  const { project, members, codes, codings: all, finished, rounds, viewerId } = useProject();
  const send = useSend();
  const reader = useRef<ReaderHandle>(null);
  const [filter, setFilter] = useState(everything);
  const [help, setHelp] = useState(false);
  const documentId = document.id;
  const coding = can(members.get(viewerId)?.role ?? 'viewer', 'codings:write', project);
  const codings = useDocumentCodings(documentId, all);
  const passage = usePassage(reader, codings);
  const acts = useCodingActs({ documentId, text, reader, passage });
  const picker = useAsking({ text, reader, acts });
  const shown = useMemo(() => (hiddenCount(filter) > 0 ? (each: Coding) => passes(filter, each) : undefined), [filter]);
  const isFinished = finished.has(finishedId(documentId, viewerId));
  const round = [...rounds.values()].find(
    ({ closedAt, documentIds }) => closedAt === null && documentIds.includes(documentId),
  );

  const toggleFinished = () => void send('finished.set', { documentId, finished: !isFinished });
  const pick = () => picker.ask(coding ? acts.target() : null);
  const showHelp = () => setHelp(true);
  const hideHelp = () => {
    setHelp(false);
    requestAnimationFrame(() => reader.current?.focus());
  };
  const resize = (id: string, span: { start: number; end: number }) => {
    const resized = codings.index.get(id);
    if (resized) void acts.resize(resized, span);
  };
  const cardActs = {
    show: (each: Coding) => {
      reader.current?.reveal(each);
      passage.setActive(each.id);
    },
    recode: picker.askInstead,
    remove: (each: Coding) => void acts.remove(each),
    memo: acts.memo,
    link: (each: Coding) => linkTo(each, window.location),
    leave: () => reader.current?.focus(),
  };
  const active = passage.active === null ? undefined : codings.index.get(passage.active);
  const release = () => passage.setActive(null);
  const onKey = useCommands({
    documentId,
    reader,
    acts,
    coding,
    active,
    release,
    pick,
    help: showHelp,
    toggleFinished,
  });
  usePlace({ viewerId, text, reader, codings, passage });

  return (
    <Panes
      {...{ documentId, coding, pick }}
      selected={passage.selection !== null}
      here={passage.here.length}
      codebook={
        <CodePanel counts={codings.codes} coding={coding} choose={(codeId) => coding && void acts.code(codeId)} />
      }
      passage={
        <PassagePanel
          here={passage.here}
          active={passage.active}
          hint={hintFor({ coding, codes: codes.size, codings: codings.index.size })}
          coding={coding}
          acts={cardActs}
        />
      }
      toolbar={(showDocuments) => (
        <Toolbar
          {...{ documentId, coding, toggleFinished, codings, filter, setFilter, showDocuments }}
          finished={isFinished}
          help={showHelp}
        />
      )}
    >
      <DocumentHeader document={document} />
      <Notices round={round} coding={coding} />
      <Reader
        {...{ documentId, text, blocks, codes, viewerId, shown, onKey }}
        ref={reader}
        direction={document.direction}
        language={document.language}
        codings={all}
        coders={members}
        active={passage.active}
        onActive={passage.setActive}
        onSelection={passage.setSelection}
        onResize={resize}
        onDropCode={coding ? (codeId, span) => void acts.code(codeId, span) : undefined}
        label={`Text of ${document.title}`}
      />
      <Picker picking={picker.picking} recent={acts.recent} choose={picker.choose} close={picker.close} />
      <HelpSheet opened={help} close={hideHelp} />
    </Panes>
  );
}

function hintFor({ coding, codes, codings }: { coding: boolean; codes: number; codings: number }): string {
  if (codes === 0)
    return 'The codebook has no codes yet. Add the first one on the Codebook page, then come back and code.';
  if (coding) return 'Select words, then press / or a code’s key.';
  return codings === 0 ? 'Nothing is coded here yet.' : 'Click a highlighted passage to see who coded it, and why.';
}
