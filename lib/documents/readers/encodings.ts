/** Encodings that a person may name when a file does not say its own: label of the WHATWG standard, and in words. */
export const encodings = [
  { label: 'utf-8', name: 'Unicode (UTF-8)' },
  { label: 'utf-16le', name: 'Unicode (UTF-16, little-endian)' },
  { label: 'utf-16be', name: 'Unicode (UTF-16, big-endian)' },
  { label: 'windows-1252', name: 'Western European (Windows-1252)' },
  { label: 'windows-1250', name: 'Central European (Windows-1250)' },
  { label: 'iso-8859-2', name: 'Central European (ISO 8859-2)' },
  { label: 'windows-1251', name: 'Cyrillic (Windows-1251)' },
  { label: 'koi8-r', name: 'Cyrillic (KOI8-R)' },
  { label: 'iso-8859-5', name: 'Cyrillic (ISO 8859-5)' },
  { label: 'ibm866', name: 'Cyrillic (DOS 866)' },
  { label: 'windows-1253', name: 'Greek (Windows-1253)' },
  { label: 'windows-1254', name: 'Turkish (Windows-1254)' },
  { label: 'windows-1255', name: 'Hebrew (Windows-1255)' },
  { label: 'windows-1256', name: 'Arabic and Persian (Windows-1256)' },
  { label: 'iso-8859-6', name: 'Arabic (ISO 8859-6)' },
  { label: 'gb18030', name: 'Chinese, simplified (GB 18030)' },
  { label: 'big5', name: 'Chinese, traditional (Big5)' },
  { label: 'shift_jis', name: 'Japanese (Shift JIS)' },
  { label: 'euc-jp', name: 'Japanese (EUC-JP)' },
  { label: 'euc-kr', name: 'Korean (EUC-KR)' },
] as const;

export type Encoding = (typeof encodings)[number]['label'];

export function isEncoding(label: unknown): label is Encoding {
  return encodings.some((each) => each.label === label);
}

export function encodingName(label: Encoding): string {
  return encodings.find((each) => each.label === label)!.name;
}
