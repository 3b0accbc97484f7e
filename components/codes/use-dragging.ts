import { useState, type DragEvent } from 'react';
import type { Zone } from './moves';
import type { Moving } from './use-moving';

type Over = { id: string; zone: Zone };

export type RowDrag = {
  draggable: true;
  onDragStart: (event: DragEvent<HTMLElement>) => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDragEnd: () => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
};

/** Dragging rows onto rows: the upper and lower quarter of a row mean beside it, its middle means inside. */
export function useDragging(moving: Moving) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };

  const handlers = (id: string): RowDrag => ({
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'copyMove';
      event.dataTransfer.setData('text/plain', event.currentTarget.textContent ?? '');
      setDragged(id);
    },
    onDragOver: (event) => {
      if (!dragged) return;
      const zone = zoneAt(event);
      const allowed = moving.canDrop(dragged, id, zone);
      if (allowed) event.preventDefault();
      if (allowed) event.dataTransfer.dropEffect = 'move';
      if (over?.id !== id || over.zone !== zone) setOver(allowed ? { id, zone } : null);
    },
    onDragEnd: end,
    onDrop: (event) => {
      event.preventDefault();
      if (dragged && over) moving.drop(dragged, over.id, over.zone);
      end();
    },
  });

  return { handlers, zoneOf: (id: string): Zone | null => (over?.id === id ? over.zone : null) };
}

function zoneAt(event: DragEvent<HTMLElement>): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  if (part < 0.25) return 'before';
  return part > 0.75 ? 'after' : 'inside';
}
