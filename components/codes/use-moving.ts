import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import type { CodeNode } from '@/lib/codebook';
import { dropped, placeInWords, stepped, type Direction, type Place, type Zone } from './moves';

export type Moving = {
  /** What was moved last and where it is now, for screen readers. */
  announcement: string;
  canStep: (id: string, direction: Direction) => boolean;
  step: (id: string, direction: Direction) => void;
  canDrop: (id: string, over: string, zone: Zone) => boolean;
  drop: (id: string, over: string, zone: Zone) => void;
};

const nowhere: Record<Direction, string> = {
  up: 'It is the first of its codes already.',
  down: 'It is the last of its codes already.',
  in: 'There is no code above it to go under.',
  out: 'It is at the top level already.',
};

/** Moving codes by drag, by keys and by buttons: all three end in one `code.move`. `reveal` opens a parent. */
export function useMoving(nodes: CodeNode[], reveal: (id: string) => void): Moving {
  const { codes } = useProject();
  const send = useSend();
  const [said, say] = useState<{ moved: string } | { words: string } | null>(null);
  const shown = new Set(nodes.map((node) => node.code.id));
  const movedCode = said && 'moved' in said ? codes.get(said.moved) : undefined;

  const move = async (id: string, place: Place) => {
    if (place.parentId) reveal(place.parentId);
    if (await send('code.move', { id, ...place })) say({ moved: id });
  };

  return {
    announcement: movedCode
      ? `${movedCode.name}: now ${placeInWords(codes, movedCode)}.`
      : said && 'words' in said
        ? said.words
        : '',
    canStep: (id, direction) => stepped(codes, { id, direction, shown }) !== null,
    step: (id, direction) => {
      const place = stepped(codes, { id, direction, shown });
      if (place) void move(id, place);
      else say({ words: nowhere[direction] });
    },
    canDrop: (id, over, zone) => dropped(codes, { id, over, zone }) !== null,
    drop: (id, over, zone) => {
      const place = dropped(codes, { id, over, zone });
      if (place) void move(id, place);
    },
  };
}
