/**
 * Words inside an element. Line ends other than `\n` and all that XML would eat are written as references, so that a
 * parser gives back the same words.
 */
export function xmlText(words: string): string {
  return xmlSafe(words).replace(/[&<>\r\u0085\u2028]/g, reference);
}

/** Words inside an attribute's quotation marks, where a parser would also turn line ends and tabs into spaces. */
export function xmlAttribute(words: string): string {
  return xmlSafe(words).replace(/[&<>"\t\n\r\u0085\u2028]/g, reference);
}

/** Attributes as they stand in a tag; those without a value are left out. */
export function xmlAttributes(values: Record<string, string | number | boolean | null | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join('');
}

/** XML 1.0 has no way to write control characters and two others; each becomes U+FFFD, the sign for what is missing. */
export function xmlSafe(words: string): string {
  return words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function reference(sign: string): string {
  return named[sign] ?? `&#${sign.charCodeAt(0)};`;
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
