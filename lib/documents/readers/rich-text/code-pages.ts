/** The encodings that RTF names by number: Windows code pages, and the character sets that its fonts are made for. */

/** A decoder for a code page, that of Western Europe for one that no standard decoder knows. */
export function decoderOf(page: number): TextDecoder {
  const known = decoders.get(page) ?? new TextDecoder(codePageLabel(page) ?? 'windows-1252');
  decoders.set(page, known);
  return known;
}

// Making one costs more than decoding a word with it.
const decoders = new Map<number, TextDecoder>();

/** The standard's name for a Windows code page; null for the few that no standard decoder knows. */
export function codePageLabel(page: number): string | null {
  return pages[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : null);
}

/** The code page of a font's character set; null where the set follows the document (0 default, 1 "default", 2 symbols). */
export function charsetPage(charset: number): number | null {
  return charsets[charset] ?? null;
}

const pages: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  65001: 'utf-8',
};

const charsets: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
