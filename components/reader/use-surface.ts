import { useComputedColorScheme } from '@mantine/core';
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '@/lib/text';
import { announcement } from './describe';
import { emptyLane } from './lane-view';
import { draggedCode, type ReaderProps } from './props';
import { Surface } from './surface';

type Pointed = { hover: string | null; preview: Span | null };

/** Holds the surface of a text in step with the props. `host` takes the text, `speaker` what is said aloud. */
export function useSurface(props: ReaderProps, { hover, preview }: Pointed, keys: (event: KeyboardEvent) => boolean) {
  const { documentId, text, blocks, direction, language, label, codings, codes, coders, viewerId, active, shown } =
    props;
  const host = useRef<HTMLDivElement>(null);
  const speaker = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface>(null);
  const [lane, setLane] = useState(emptyLane);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });

  const onSelection = useEffectEvent((span: Span | null) => props.onSelection(span));
  const onKey = useEffectEvent(keys);
  const onDrop = useEffectEvent((event: DragEvent) => {
    const codeId = event.dataTransfer?.getData(draggedCode);
    const span = surface.current?.view.selection();
    if (codeId && span) props.onDropCode?.(codeId, span);
  });
  const announce = useEffectEvent((changes: Parameters<typeof announcement>[1]) => {
    const message = announcement({ codes, coders, viewerId }, changes);
    if (message && speaker.current) speaker.current.textContent = message;
  });

  useLayoutEffect(() => {
    if (!host.current) return;
    const source = { text, blocks, direction, language, label };
    const made = new Surface(host.current, { ...source, onSelection, onKey, onDrop, listen: setLane });
    surface.current = made;
    return () => made.destroy();
  }, [text, blocks, direction, language, label]);

  useLayoutEffect(() => {
    const next = { documentId, codings, codes, coders, viewerId, active, shown, scheme, hover, preview };
    const changes = surface.current?.show(next);
    if (changes) announce(changes);
  }, [
    text,
    blocks,
    direction,
    language,
    label,
    documentId,
    codings,
    codes,
    coders,
    viewerId,
    active,
    shown,
    scheme,
    hover,
    preview,
  ]);

  return { host, speaker, surface, lane, scheme };
}
