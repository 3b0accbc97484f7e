/** Where this page left documents: newer than what the server said when a page was fetched that is shown again. */
const places = new Map<string, number>();

type Document = { projectId: string; documentId: string; viewerId: string };

/** The offset at which somebody left off, as this page or else the server knows it; null where reading has not begun. */
export function placeLeft(document: Document, fromServer: number | null): number | null {
  return places.get(keyOf(document)) ?? fromServer;
}

/**
 * Keeps how far somebody has read, for all of their browsers. Sent also while the page is being left. A place that could
 * not be sent is not worth a word: the next one will be.
 */
export function keepPlace(document: Document, offset: number): void {
  if (places.get(keyOf(document)) === offset) return;
  places.set(keyOf(document), offset);
  const { projectId, documentId, viewerId } = document;
  void fetch(`/api/projects/${projectId}/documents/${documentId}/place`, {
    method: 'PUT',
    keepalive: true,
    headers: { 'Content-Type': 'application/json', 'X-Concord-As': viewerId },
    body: JSON.stringify({ offset }),
  }).catch(() => {});
}

function keyOf({ viewerId, documentId }: Document): string {
  return `${viewerId}/${documentId}`;
}
