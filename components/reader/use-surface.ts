import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '@/lib/text';
import { Acts } from './acts';
import { announcement } from './describe';
import { emptyLane } from './lane-view';
import { draggedCode, type ReaderProps } from './props';
import { Surface, type Changes } from './surface';
import { useScheme } from './use-scheme';

/** Holds the surface of a text in step with the props. `host` takes the text, `speaker` what is said aloud. */
export function useSurface(props: ReaderProps) {
  const { text, blocks, direction, language, label } = props;
  const { documentId, codings, codes, coders, viewerId, active, shown, dimmed, found } = props;
  const host = useRef<HTMLDivElement>(null);
  const speaker = useRef<HTMLDivElement>(null);
  const [lane, setLane] = useState(emptyLane);
  const [hover, setHover] = useState<string | null>(null);
  const [preview, setPreview] = useState<Span | null>(null);
  const [acts] = useState(() => new Acts(setHover));
  const surface = useRef<Surface>(null);
  const news = useRef(noNews());
  const scheme = useScheme();

  const onSelection = useEffectEvent((span: Span | null) => props.onSelection(span));
  const announce = useEffectEvent((changes: Changes) => {
    const message = announcement({ codes, coders, viewerId }, changes);
    if (message && speaker.current) speaker.current.textContent = message;
  });

  useLayoutEffect(() => acts.follow(props));

  useLayoutEffect(() => {
    if (!host.current) return;
    const onDrop = (event: DragEvent) => acts.dropped(event.dataTransfer?.getData(draggedCode) ?? '');
    const source = { text, blocks, direction, language, label };
    const made = new Surface(host.current, { ...source, onSelection, onKey: acts.key, onDrop, listen: setLane });
    surface.current = made;
    acts.attach(made);
    return () => {
      acts.attach(null);
      made.destroy();
    };
  }, [text, blocks, direction, language, label, acts]);

  useLayoutEffect(() => {
    const project = { documentId, codings, codes, coders, viewerId };
    const next = { ...project, active, shown, dimmed, found, scheme, hover, preview };
    const changes = surface.current?.show(next);
    news.current.added.push(...(changes?.added ?? []));
    news.current.removed.push(...(changes?.removed ?? []));
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
    dimmed,
    found,
    scheme,
    hover,
    preview,
  ]);

  // What is seen comes first, so the news is told once the margin shows it.
  useEffect(() => {
    announce(news.current);
    news.current = noNews();
  }, [lane]);

  return { host, speaker, lane, hover, scheme, acts, setPreview };
}

function noNews(): Changes {
  return { added: [], removed: [] };
}
