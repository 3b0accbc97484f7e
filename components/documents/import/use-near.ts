import { useEffect, useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { answerOf, reach } from '@/components/ui/post';
import { nearDuplicates, type Near, type Sketched } from '@/lib/documents';
import { sketchOf } from '@/lib/text';

/** Texts that say much the same as others of the project or as one before them; null while that is being found out. */
export function useNear(fresh: readonly Sketched[] | null): Near[] | null {
  const { project } = useProject();
  const [known, setKnown] = useState<Sketched[] | null>(null);
  useEffect(() => {
    let left = false;
    // Without the project's texts those of the list are still compared with each other.
    void knownTo(project.id)
      .catch(() => [])
      .then((found) => left || setKnown(found));
    return () => {
      left = true;
    };
  }, [project.id]);
  return useMemo(() => (fresh && known ? nearDuplicates(fresh, known) : null), [fresh, known]);
}

export type Fresh = { id: string; text: string };

/** The sketches of many texts; null while they are made, a few at a time, so that the page answers meanwhile. */
export function useSketched(fresh: readonly Fresh[]): Sketched[] | null {
  const [made, setMade] = useState<{ of: readonly Fresh[]; sketched: Sketched[] } | null>(null);
  useEffect(() => {
    let left = false;
    void sketchAll(fresh, () => left).then((sketched) => left || setMade({ of: fresh, sketched }));
    return () => {
      left = true;
    };
  }, [fresh]);
  return made?.of === fresh ? made.sketched : null;
}

async function sketchAll(fresh: readonly Fresh[], isLeft: () => boolean): Promise<Sketched[]> {
  const sketched: Sketched[] = [];
  for (const [at, { id, text }] of fresh.entries()) {
    if (isLeft()) return [];
    sketched.push({ id, sketch: sketchOf(text) });
    if (at % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
  }
  return sketched;
}

async function knownTo(projectId: string): Promise<Sketched[]> {
  const stored = await answerOf<Record<string, string>>(
    await reach(`/api/projects/${projectId}/documents/sketches`, {}),
  );
  return Object.entries(stored).map(([id, packed]) => ({ id, sketch: unpacked(packed) }));
}

function unpacked(packed: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)).buffer);
}
