import { useEffect, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { answerOf, reach, sentenceOf } from '@/components/ui/post';
import type { Code, CodeVersion } from '@/lib/codebook';

export type Versions = { list: CodeVersion[] } | { fault: string } | null;

/** The versions of a code while they are looked at, asked for anew when its meaning changes; null until they are there. */
export function useVersions({ id, version }: Code, wanted: boolean): Versions {
  const { project } = useProject();
  const [found, setFound] = useState<Versions>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const show = (versions: Versions) => (left ? null : setFound(versions));
    readVersions(project.id, id).then(show, (error) => show({ fault: sentenceOf(error) }));
    return () => void (left = true);
  }, [project.id, id, version, wanted]);
  return found;
}

async function readVersions(projectId: string, codeId: string): Promise<Versions> {
  const answer = await reach(`/api/projects/${projectId}/codes/${codeId}/versions`, { method: 'GET' });
  return { list: (await answerOf<{ versions: CodeVersion[] }>(answer)).versions };
}
