import { useEffect } from 'react';
import { newId } from '@/lib/log';
import { beatMs } from '@/lib/projects/presence/presence';

const soonMs = 2_000;

type Document = { projectId: string; documentId: string; viewerId: string };

/**
 * Tells the others that this person has the document open, for as long as the page is in sight. What cannot be told is
 * not worth a word; a page out of sight says nothing more, and is taken for gone after a while.
 */
export function usePresence({ projectId, documentId, viewerId }: Document): void {
  useEffect(() => {
    const page = newId();
    const tell = (method: 'PUT' | 'DELETE') =>
      void fetch(`/api/projects/${projectId}/documents/${documentId}/presence`, {
        method,
        keepalive: true,
        headers: { 'Content-Type': 'application/json', 'X-Concord-As': viewerId },
        body: JSON.stringify({ page }),
      }).catch(() => {});
    const beat = () => (document.visibilityState === 'visible' ? tell('PUT') : undefined);
    const leave = () => tell('DELETE');
    beat();
    // Again when the live stream is sure to be open: whoever is the first to come says it before anybody listens.
    const soon = window.setTimeout(beat, soonMs);
    const timer = window.setInterval(beat, beatMs);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pagehide', leave);
    return () => {
      window.clearTimeout(soon);
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [projectId, documentId, viewerId]);
}
