import { useCallback, useRef, useState, type RefObject } from 'react';
import { CodePanel, PassagePanel, Picker } from '@/components/codes';
import { useProject, useSend } from '@/components/project/provider';
import { Reader, type ReaderHandle } from '@/components/reader';
import { can } from '@/lib/access';
import { finishedId, isOwn, type Coding } from '@/lib/codings';
import { otherSide, type DocumentSummary } from '@/lib/documents';
import { isAssigned, openRounds } from '@/lib/rounds';
import { slice, type Block, type Span } from '@/lib/text';
import { Beside, goToLike, usePairing, type Pairing } from './beside';
import { CodeAll } from './code-all';
import { DocumentHeader } from './document-header';
import { everything } from './filter';
import { FindBar } from './find-bar';
import { HelpSheet } from './help-sheet';
import { Notices } from './notices';
import { Panes } from './panes';
import { PassageTools } from './passage-tools';
import { linkTo } from './place';
import { Toolbar } from './toolbar';
import { useAsking } from './use-asking';
import { useCodeAll } from './use-code-all';
import { useCodingActs } from './use-coding-acts';
import { useCommands } from './use-commands';
import { useDocumentCodings } from './use-document-codings';
import { useFinding } from './use-finding';
import { usePassage, type Passage } from './use-passage';
import { usePlace } from './use-place';
import { usePresence } from './use-presence';
import { useShaping } from './use-shaping';
import { useSight } from './use-sight';

type Props = {
  document: DocumentSummary;
  text: string;
  blocks: Block[];
  place: number | null;
  /** The codings as the server gave them with the page: others are read anew when these are. */
  fresh: readonly Coding[];
};

/** One document on the desk: wires text, codes, passage and keys together. */
export function Desk({ document, text, blocks, place, fresh }: Props) {
  const { project, members, codes, codings: all, finished, rounds, viewerId } = useProject();
  const send = useSend();
  const reader = useRef<ReaderHandle>(null);
  const otherReader = useRef<ReaderHandle>(null);
  const wantedRef = useRef(false);
  const [filter, setFilter] = useState(everything);
  const [help, setHelp] = useState(false);
  const documentId = document.id;
  const coding = can(members.get(viewerId)?.role ?? 'viewer', 'codings:write', project);
  const codings = useDocumentCodings(documentId, all);
  const passage = usePassage(reader, codings);
  const acts = useCodingActs({ documentId, text, reader, passage });
  const shaping = useShaping({ text, reader, codings });
  const picker = useAsking({ text, reader, acts });
  const finding = useFinding({ text, reader });
  const codeAll = useCodeAll({ documentId, text, finding, acts });
  const sight = useSight(filter);
  const pairing = usePairing({ documentId, text, blocks, codings: fresh });
  const isFinished = finished.has(finishedId(documentId, viewerId));
  const round = openRounds(rounds.values()).get(documentId);

  const toggleFinished = () => void send('finished.set', { documentId, finished: !isFinished });
  const pick = () => picker.ask(coding ? acts.target() : null);
  const back = () => requestAnimationFrame(() => reader.current?.focus());
  const reveal = useCallback((span: Span) => reader.current?.reveal(span), []);
  const resize = (id: string, span: Span) => {
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
  const own = coding ? ownAtHand(passage, { active, viewerId }) : undefined;
  const { onKey, onOtherKey } = useCommands({
    ...{ documentId, reader, acts, shaping, coding, active, own, pick, toggleFinished },
    release: () => passage.setActive(null),
    find: () => finding.open(selectedLine(text, passage.selection)),
    codeAll: codeAll.ask,
    help: () => setHelp(true),
    otherSide: () => goToOther(pairing, { reader, otherReader, wantedRef }),
  });
  usePresence({ projectId: project.id, documentId, viewerId });
  usePlace({ projectId: project.id, viewerId, text, place, reader, codings, passage });

  const surface = (
    <Reader
      {...{ documentId, text, blocks, codes, viewerId, onKey, ...sight }}
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
      found={finding.found}
      label={`Text of ${document.title}`}
    />
  );

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
          hint={hintFor({
            coding,
            codes: codes.size,
            codings: codings.index.size,
            isSelected: passage.selection !== null,
          })}
          coding={coding}
          acts={cardActs}
          tools={coding && <PassageTools {...{ text, codings, passage, own, acts, shaping }} codeAll={codeAll.ask} />}
        />
      }
      toolbar={(showDocuments) => (
        <>
          <Toolbar
            {...{ documentId, coding, toggleFinished, codings, filter, setFilter, showDocuments, pairing }}
            finished={isFinished}
            help={() => setHelp(true)}
            find={() => finding.open(null)}
          />
          {finding.isOpen && (
            <FindBar {...{ finding, reveal }} direction={document.direction} codeAll={coding ? codeAll.ask : null} />
          )}
        </>
      )}
    >
      <DocumentHeader document={document} />
      <Notices round={round} coding={coding} asked={!round || isAssigned(round, documentId, viewerId)} />
      {pairing ? (
        <Beside
          {...{ pairing, reader, otherReader, wantedRef, codings }}
          caret={passage.caret}
          onKey={onOtherKey}
          shown={sight.shown}
          onActive={passage.setActive}
        >
          {surface}
        </Beside>
      ) : (
        surface
      )}
      <Picker picking={picker.picking} recent={acts.recent} choose={picker.choose} close={picker.close} />
      <CodeAll
        asked={codeAll.asked}
        source={{ text, blocks, language: document.language, direction: document.direction }}
        codings={codings}
        codeId={(active ?? passage.here[0])?.codeId ?? acts.recent[0] ?? null}
        run={(codeId, passages) => void codeAll.run(codeId, passages)}
        close={codeAll.close}
      />
      <HelpSheet opened={help} close={() => (setHelp(false), back())} />
    </Panes>
  );
}

type Sides = Record<'reader' | 'otherReader', RefObject<ReaderHandle | null>> & { wantedRef: RefObject<boolean> };

/** Goes from this text to the other of its pair, and back; where that is not shown yet, it is. */
function goToOther(pairing: Pairing | null, { reader, otherReader, wantedRef }: Sides): boolean {
  if (!pairing) return false;
  const { alignment, isOpen, place } = pairing;
  if (!alignment || !isOpen) {
    wantedRef.current = true;
    pairing.setOpen(true);
    return true;
  }
  const [here, there] = [reader.current, otherReader.current];
  if (there?.hasFocus()) goToLike({ alignment, from: there, to: here, side: otherSide(place.side) });
  else goToLike({ alignment, from: here, to: there, side: place.side });
  return true;
}

/** The viewer's coding that is meant: the one singled out, else the shortest in which the caret stands. */
function ownAtHand(passage: Passage, { active, viewerId }: { active: Coding | undefined; viewerId: string }) {
  if (active) return isOwn(active, viewerId) ? active : undefined;
  if (passage.selection) return undefined;
  const length = ({ start, end }: Coding) => end - start;
  return passage.here.filter((each) => isOwn(each, viewerId)).sort((a, b) => length(a) - length(b))[0];
}

/** What to look for to begin with: the selected words, if they are few. */
function selectedLine(text: string, selection: Span | null): string | null {
  return selection && selection.end - selection.start <= 100 ? slice(text, selection).trim() : null;
}

type Facts = { coding: boolean; codes: number; codings: number; isSelected: boolean };

function hintFor({ coding, codes, codings, isSelected }: Facts): string {
  if (codes === 0)
    return 'The codebook has no codes yet. Add the first one on the Codebook page, then come back and code.';
  if (coding)
    return isSelected ? 'Press / or a code’s key to code these words.' : 'Select words, then press / or a code’s key.';
  return codings === 0 ? 'Nothing is coded here yet.' : 'Click a highlighted passage to see who coded it, and why.';
}
