import type { Format } from './formats/format';

/** What a download is saved as: the project, what of it this is, and the day it was taken. */
export function fileName(
  project: string,
  { title, extension }: Pick<Format, 'title' | 'extension'>,
  day: Date,
): string {
  return `${safe(project)} – ${title.toLowerCase()} ${day.toISOString().slice(0, 10)}.${extension}`;
}

/**
 * The Content-Disposition header of a download (RFC 6266): the name for today's browsers in UTF-8, and one in ASCII for
 * whoever reads only that.
 */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '-')
    .replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** A title without what some file system or shell takes for more than a letter. */
function safe(title: string): string {
  const plain = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const cut = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return cut || 'project';
}
