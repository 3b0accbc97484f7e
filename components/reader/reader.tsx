'use client';

import { useImperativeHandle, useState } from 'react';
import { slice, type Span } from '@/lib/text';
import { movedEdge } from './edges';
import { Handles } from './handles';
import { Lane } from './lane';
import { Passages } from './passages';
import type { ReaderProps } from './props';
import styles from './reader.module.css';
import { edgeMoveOf } from './resize-keys';
import { usePointed } from './use-pointed';
import { useSurface } from './use-surface';

/** A text to read and code: its passages painted, its margin drawn, a caret in it, and no way to alter it. */
export function Reader(props: ReaderProps) {
  const { text, direction, language, codings, codes, coders, viewerId, active, onActive } = props;
  const [hover, setHover] = useState<string | null>(null);
  const [preview, setPreview] = useState<Span | null>(null);
  const { host, speaker, surface, lane, scheme } = useSurface(props, { hover, preview }, onKey);

  const pointed = usePointed({
    under: (x, y) => surface.current?.under(x, y) ?? [],
    onHover: setHover,
    onClick: (here) => {
      const isSelecting = surface.current?.view.selection() !== null;
      if (!isSelecting && !here.some(({ id }) => id === active)) onActive(here[0]?.id ?? null);
    },
  });

  useImperativeHandle(props.ref, () => ({
    selection: () => surface.current?.view.selection() ?? null,
    caret: () => surface.current?.view.caret() ?? 0,
    select: (span) => surface.current?.view.select(span),
    reveal: (span) => surface.current?.reveal(span),
    focus: () => surface.current?.view.focus(),
    offsetAt: (x, y) => surface.current?.view.offsetAt(x, y) ?? null,
    at: (offset) => surface.current?.at(offset) ?? [],
    step: (direction) => goTo(surface.current?.step(direction)?.id),
    cycle: () => onActive(surface.current?.cycle()?.id ?? active),
  }));

  function goTo(id: string | undefined): void {
    const coding = surface.current?.get(id ?? null);
    if (!coding) return;
    onActive(coding.id);
    surface.current?.reveal(coding);
  }

  function activate(id: string): void {
    const coding = surface.current?.get(id);
    if (!coding) return;
    onActive(id);
    surface.current?.view.putCaret(coding.start);
    surface.current?.view.focus();
  }

  function onKey(event: KeyboardEvent): boolean {
    if (props.onKey?.(event)) return true;
    const move = edgeMoveOf(event, direction);
    const own = surface.current?.own();
    if (!move || !own) return false;
    resize(movedEdge({ text, language }, own, move));
    return true;
  }

  function resize(span: Span): void {
    setPreview(null);
    const own = surface.current?.own();
    const isMoved = own && (own.start !== span.start || own.end !== span.end);
    if (isMoved && slice(text, span).trim() !== '') props.onResize(own.id, span);
  }

  const names = { codes, coders, viewerId };
  return (
    <div className={styles.reader} dir={direction}>
      <div className={styles.columns}>
        <div className={styles.page}>
          <div ref={host} className={styles.text} {...pointed} />
          <Handles
            places={lane.handles}
            ruler={{ text, language }}
            own={() => surface.current?.own() ?? null}
            offsetAt={(x, y) => surface.current?.view.offsetAt(x, y) ?? null}
            onPreview={setPreview}
            onDone={resize}
          />
        </div>
        <Lane
          lane={lane}
          names={names}
          codings={codings}
          lit={{ active, hover }}
          scheme={scheme}
          onHover={setHover}
          onActive={activate}
          onKey={onKey}
        />
      </div>
      <Passages codings={lane.codings} names={names} onGo={goTo} />
      <div ref={speaker} role="status" className={styles.unseen} />
    </div>
  );
}
