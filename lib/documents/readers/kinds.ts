import { Refusal } from '@/lib/errors';

/** Beginnings of files that say what a file is, whatever its name says. */
const kinds: { mark: number[]; what: string }[] = [
  { mark: [0xff, 0xfe, 0, 0], what: 'a text in UTF-32' },
  { mark: [0, 0, 0xfe, 0xff], what: 'a text in UTF-32' },
  { mark: [0x89, 0x50, 0x4e, 0x47], what: 'an image (PNG)' },
  { mark: [0xff, 0xd8, 0xff], what: 'an image (JPEG)' },
  { mark: [0x47, 0x49, 0x46, 0x38], what: 'an image (GIF)' },
  { mark: [0x1f, 0x8b], what: 'a compressed file (gzip)' },
  { mark: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or an office document (.docx, .odt)' },
  { mark: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { mark: [0xd0, 0xcf, 0x11, 0xe0], what: 'an older or a password-protected office document' },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text document (.rtf)' },
  { mark: [0x4d, 0x5a, 0x90, 0], what: 'a program' },
  { mark: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
];

/** What the file's beginning shows it to be, in words; null for what has no such mark, as texts have none. */
export function kindOf(bytes: Uint8Array): string | null {
  return kinds.find(({ mark }) => begins(bytes, mark))?.what ?? null;
}

/** Refuses a file that is another kind than its name says. `wanted` completes "This is a PDF, not ...". */
export function refuseOtherKind(bytes: Uint8Array, wanted: string): never {
  const other = kindOf(bytes);
  const what = other ? `This is ${other}, not ${wanted}` : `This is not ${wanted}, or it is damaged`;
  throw new Refusal(
    'unreadable',
    `${what}. Open it in the program it was made with and save it again, or paste its words.`,
  );
}

export function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
