const protocols: readonly string[] = ['http:', 'https:', 'mailto:'];

/** True for the addresses a memo may link to: pages and mail, whole, and without a character that hides another scheme. */
export function isSafeLink(href: string): boolean {
  if (/[\s\p{Cc}]/u.test(href) || !URL.canParse(href)) return false;
  return protocols.includes(new URL(href).protocol);
}

/** An address as somebody types it, made whole: `example.org` means the page, `a@b.org` the mail. Null if it is none. */
export function linkFrom(typed: string): string | null {
  const text = typed.trim();
  const schemed = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const href = schemed ? text : /^[^\s@/]+@[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  return isSafeLink(href) && (schemed || text.includes('.')) ? href : null;
}
