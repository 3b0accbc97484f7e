/** An invitation as its link carries it, in the fragment: `/invitation#project.secret`. */
export type InvitationLink = { projectId: string; secret: string };

export function linkFor(origin: string, { projectId, secret }: InvitationLink): string {
  return `${origin}/invitation#${projectId}.${secret}`;
}

/** A link to a new password: `/password#secret`. */
export function passwordLinkFor(origin: string, secret: string): string {
  return `${origin}/password#${secret}`;
}

/** What a fragment says, or null if it is none of an invitation (cut short on its way through a mail program, perhaps). */
export function readLink(fragment: string): InvitationLink | null {
  const [projectId = '', secret = '', ...rest] = fragment.split('.');
  const isLink = /^[0-9a-f-]{36}$/.test(projectId) && secret.length >= 40 && rest.length === 0;
  return isLink ? { projectId, secret } : null;
}

/** A secret that nobody guesses: 256 random bits, in letters that survive any mail program. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** SHA-256 of the secret, lower-case hex: all that the server ever keeps of it. */
export async function hashOf(secret: string): Promise<string> {
  if (!crypto.subtle) throw new Error('Your browser makes secrets like this only over https, or on the server itself. Open Concord there.');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
