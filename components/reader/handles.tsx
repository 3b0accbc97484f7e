import type { PointerEvent } from 'react';
import type { Coding } from '@/lib/codings';
import type { Span } from '@/lib/text';
import { nearestWordEdge, placedEdge, type Edge, type Ruler } from './edges';
import type { HandlePlaces } from './handles-view';
import styles from './reader.module.css';

type Props = {
  places: HandlePlaces | null;
  ruler: Ruler;
  own: () => Coding | null;
  offsetAt: (x: number, y: number) => number | null;
  onPreview: (span: Span | null) => void;
  onDone: (span: Span) => void;
};

/** Two handles by which the singled-out coding's edges are dragged. Keys do the same: Alt with the arrows. */
export function Handles({ places, ...rest }: Props) {
  if (!places) return null;
  return (
    <div aria-hidden className={styles.handles}>
      {(['start', 'end'] as const).map((edge) => {
        const { x, top, height } = places[edge];
        const style = { insetInlineStart: 'auto', left: x, top, height };
        return (
          <span
            key={edge}
            className={styles.handle}
            data-edge={edge}
            style={style}
            onPointerDown={(event) => drag(event, edge, rest)}
          />
        );
      })}
    </div>
  );
}

function drag(
  event: PointerEvent<HTMLElement>,
  edge: Edge,
  { ruler, own, offsetAt, onPreview, onDone }: Omit<Props, 'places'>,
): void {
  const coding = own();
  if (!coding || event.button !== 0) return;
  event.preventDefault();
  const handle = event.currentTarget;
  const box = handle.getBoundingClientRect();
  // The pointer holds the handle below the line that it moves along.
  const lift = event.clientY - (box.top + box.height / 2);
  const stop = new AbortController();
  let span: Span = { start: coding.start, end: coding.end };
  handle.setPointerCapture(event.pointerId);
  handle.dataset['dragging'] = '';

  function move({ clientX, clientY, ctrlKey }: globalThis.PointerEvent): void {
    const offset = offsetAt(clientX, clientY - lift);
    if (offset === null) return;
    span = placedEdge(ruler.text, span, { edge, to: ctrlKey ? nearestWordEdge(ruler, offset, edge) : offset });
    onPreview(span);
  }

  function finish(done: boolean): void {
    stop.abort();
    delete handle.dataset['dragging'];
    if (done) onDone(span);
    else onPreview(null);
  }

  const { signal } = stop;
  handle.addEventListener('pointermove', move, { signal });
  handle.addEventListener('pointerup', () => finish(true), { signal });
  handle.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(false), { signal });
}
