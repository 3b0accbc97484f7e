import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useProject } from '@/components/project/provider';
import type { ReaderHandle } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import { otherSide, type Side } from '@/lib/documents';
import type { Alignment } from '@/lib/documents/pairs';
import type { DocumentCodings } from '../document-codings';
import { useCaret } from '../use-caret';
import { useDocumentCodings } from '../use-document-codings';
import classes from './beside.module.css';
import { CorrectingBar } from './correcting-bar';
import { aroundCaret, pickedSpans } from './current';
import { goToLike } from './going';
import { OtherHead } from './other-head';
import { OtherText } from './other-text';
import { OverText } from './over-text';
import { useCorrecting } from './use-correcting';
import { useLevel } from './use-level';
import type { Pairing } from './use-pairing';

type Props = {
  pairing: Pairing;
  reader: RefObject<ReaderHandle | null>;
  otherReader: RefObject<ReaderHandle | null>;
  /** Whether the caret is to go to the other side as soon as that is there. */
  wantedRef: RefObject<boolean>;
  codings: DocumentCodings;
  /** Where the caret of the text itself stands; -1 before it was ever there. */
  caret: number;
  shown: ((coding: Coding) => boolean) | undefined;
  /** Singles out a coding of the text itself. */
  onActive: (id: string) => void;
  onKey: (event: KeyboardEvent) => boolean;
  /** The text itself. */
  children: ReactNode;
};

/** A text with the other one of its pair beside it, if wanted, both scrolled in step. */
export function Beside({ pairing, reader, otherReader, wantedRef, codings, caret, shown, onActive, onKey, children }: Props) {
  const { codings: all, documents } = useProject();
  const { place, document, alignment, loading } = pairing;
  const { side } = place;
  const text = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const otherBody = useRef<HTMLDivElement>(null);
  const across = useDocumentCodings(document.id, all);
  const otherCaret = useCaret(otherReader);
  const [isCorrecting, setCorrecting] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const correcting = useCorrecting({
    ...{ pair: place.pair, alignment },
    carets:
      side === 'original'
        ? { original: caret, translation: otherCaret }
        : { original: otherCaret, translation: caret },
  });
  const current = isCorrecting ? pickedSpans(alignment, correcting.picked) : aroundCaret(alignment, side, caret);
  useLevel({ main: { host: text, reader }, other: { host: scroller, reader: otherReader }, alignment, side });
  useGoing({ alignment, side, reader, otherReader, wantedRef });

  const goAcross = (coding: Coding) => {
    setActive(coding.id);
    otherReader.current?.reveal(coding);
  };
  const goBack = (coding: Coding) => {
    reader.current?.reveal(coding);
    onActive(coding.id);
  };
  const otherKey = (event: KeyboardEvent) => {
    if (!isCorrecting || event.key !== 'Enter') return onKey(event);
    correcting.join();
    return true;
  };
  return (
    <div className={classes.sides} data-open={pairing.isOpen || undefined}>
      <div ref={text} className={classes.side}>
        {children}
        {pairing.isOpen && alignment && (
          <OverText
            {...{ reader, alignment, side, shown }}
            direction={documents.get(codings.documentId)?.direction ?? 'ltr'}
            host={text}
            codings={across}
            current={current?.[side] ?? null}
            onGo={goAcross}
          />
        )}
      </div>
      {pairing.isOpen && (
        <section className={classes.other} aria-label={`${named[otherSide(side)]} beside the text`}>
          <OtherHead
            {...{ document, isCorrecting }}
            side={otherSide(side)}
            correct={correcting.mayCorrect && alignment ? () => setCorrecting(!isCorrecting) : null}
            close={() => pairing.setOpen(false)}
          />
          {isCorrecting && <CorrectingBar {...{ correcting, side }} />}
          <div ref={scroller} className={classes.scroller}>
            <div ref={otherBody} className={classes.side}>
              <OtherText
                {...{ loading, document, active }}
                side={otherSide(side)}
                ref={otherReader}
                onActive={setActive}
                onKey={otherKey}
              />
              {alignment && (
                <OverText
                  {...{ codings, alignment, shown }}
                  host={otherBody}
                  direction={document.direction}
                  reader={otherReader}
                  side={otherSide(side)}
                  current={current?.[otherSide(side)] ?? null}
                  onGo={goBack}
                />
              )}
            </div>
          </div>
        </section>
      )}
    </div>
  );
}

const named = { original: 'Original', translation: 'Translation' };

type Going = Pick<Props, 'reader' | 'otherReader' | 'wantedRef'> & { alignment: Alignment | null; side: Side };

/** Whoever asked for the other side before it was there goes there as soon as it is. */
function useGoing({ alignment, side, reader, otherReader, wantedRef }: Going): void {
  useEffect(() => {
    if (!wantedRef.current || !alignment) return;
    wantedRef.current = false;
    goToLike({ alignment, from: reader.current, to: otherReader.current, side });
  }, [alignment, side, reader, otherReader, wantedRef]);
}
