import { useCallback, useEffect, useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { answerOf, reach } from '@/components/ui/post';
import { useUnhurried, type Unhurried } from '@/components/ui/use-unhurried';
import { nearOnes, type Near, type Sketched } from '@/lib/documents';
import { sketchOf } from '@/lib/text';

/** Texts that say much the same as others of the project or as one before them. */
export function useNear({ all: fresh, ready: sketched }: Unhurried<Sketched>): Unhurried<Near> {
  const stored = useStored();
  const known = useUnhurried(useCallback(() => unpacked(stored ?? {}), [stored]));
  const isAll = sketched && stored !== null && known.ready;
  const found = useUnhurried(useCallback(() => (isAll ? nearOnes(fresh, known.all) : []), [isAll, fresh, known.all]));
  const near = useMemo(() => found.all.filter((each) => each !== null), [found.all]);
  return { all: near, ready: isAll && found.ready };
}

export type Fresh = { id: string; text: string };

/** The sketches of many texts. */
export function useSketched(fresh: readonly Fresh[]): Unhurried<Sketched> {
  return useUnhurried(useCallback(() => sketchesOf(fresh), [fresh]));
}

function* sketchesOf(fresh: readonly Fresh[]): Generator<Sketched> {
  for (const { id, text } of fresh) yield { id, sketch: sketchOf(text) };
}

type Stored = Readonly<Record<string, string>>;

/** The sketches of the project's texts as the server sends them; null while they are on their way. */
function useStored(): Stored | null {
  const { project } = useProject();
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    let left = false;
    // Without the project's texts those of the list are still compared with each other.
    void reach(`/api/projects/${project.id}/documents/sketches`, {})
      .then((answer) => answerOf<Stored>(answer))
      .catch(() => ({}))
      .then((found) => left || setStored(found));
    return () => {
      left = true;
    };
  }, [project.id]);
  return stored;
}

function* unpacked(stored: Stored): Generator<Sketched> {
  for (const [id, packed] of Object.entries(stored)) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    yield { id, sketch: new Uint32Array(bytes.buffer) };
  }
}
