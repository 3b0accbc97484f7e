import type { PointerEvent } from 'react';
import type { Span } from '@/lib/text';
import type { Acts } from './acts';
import { nearestWordEdge, placedEdge, type Edge, type Ruler } from './edges';
import type { HandlePlaces } from './handles-view';
import styles from './reader.module.css';

type Props = {
  places: HandlePlaces | null;
  ruler: Ruler;
  acts: Pick<Acts, 'own' | 'offsetAt' | 'resize'>;
  onPreview: (span: Span | null) => void;
};

/** Two handles by which the singled-out coding's edges are dragged. Keys do the same: Alt with the arrows. */
export function Handles({ places, ...rest }: Props) {
  if (!places) return null;
  return (
    <div aria-hidden className={styles.handles}>
      {(['start', 'end'] as const).map((edge) => {
        const { x, top, height } = places[edge];
        const hold = (event: PointerEvent<HTMLElement>) => drag(event, edge, rest);
        return (
          <span
            key={edge}
            className={styles.handle}
            data-edge={edge}
            style={{ left: x, top, height }}
            onPointerDown={hold}
          />
        );
      })}
    </div>
  );
}

function drag(event: PointerEvent<HTMLElement>, edge: Edge, { ruler, acts, onPreview }: Omit<Props, 'places'>): void {
  const coding = acts.own();
  if (!coding || event.button !== 0) return;
  event.preventDefault();
  const handle = event.currentTarget;
  const box = handle.getBoundingClientRect();
  const lift = event.clientY - (box.top + box.height / 2); // the knob is held above or below the line it moves along
  const stop = new AbortController();
  let span: Span = { start: coding.start, end: coding.end };
  handle.setPointerCapture(event.pointerId);
  handle.dataset['dragging'] = '';

  function move({ clientX, clientY, ctrlKey }: globalThis.PointerEvent): void {
    const offset = acts.offsetAt(clientX, clientY - lift);
    if (offset === null) return;
    span = placedEdge(ruler.text, span, { edge, to: ctrlKey ? nearestWordEdge(ruler, offset, edge) : offset });
    onPreview(span);
  }

  function finish(isDone: boolean): void {
    stop.abort();
    delete handle.dataset['dragging'];
    if (isDone) acts.resize(span);
    onPreview(null);
  }

  const { signal } = stop;
  handle.addEventListener('pointermove', move, { signal });
  handle.addEventListener('pointerup', () => finish(true), { signal });
  handle.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(false), { signal });
}
