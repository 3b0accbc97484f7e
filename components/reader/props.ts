import type { Ref } from 'react';
import type { Code } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Table } from '@/lib/log';
import type { Member } from '@/lib/projects';
import type { Block, Span } from '@/lib/text';

export type ReaderProps = {
  documentId: string;
  text: string;
  blocks: Block[];
  direction: 'ltr' | 'rtl';
  language: string | null;
  /** May hold other documents' codings. The next table is compared with the last: one more coding touches one place. */
  codings: Table<Coding>;
  codes: Table<Code>;
  coders: Table<Member>;
  viewerId: string;
  /** The coding that is singled out. */
  active: string | null;
  onActive(id: string | null): void;
  /** What is selected, widened to whole characters; null when nothing is. */
  onSelection(span: Span | null): void;
  /** An edge of one of the viewer's own codings was moved. */
  onResize(id: string, span: Span): void;
  /** Asked first about every key; true when it was taken care of. */
  onKey?(event: KeyboardEvent): boolean;
  /** Codings for which it says no are not shown at all. */
  shown?: (coding: Coding) => boolean;
  /** Codings for which it says yes are shown faintly: there, but not in the way. */
  dimmed?: (coding: Coding) => boolean;
  /** Places to mark in the text, in reading order without overlap, and which of them is the one looked at. */
  found?: Found;
  /** A code was dropped on the text while something is selected. */
  onDropCode?(codeId: string, span: Span): void;
  /** The accessible name of the text. */
  label: string;
  /** What the text is called beside another one that is shown with it. */
  called?: 'original' | 'translation';
  ref?: Ref<ReaderHandle>;
};

/** What a search has found. */
export type Found = { spans: readonly Span[]; at: number };

export type ReaderHandle = {
  selection(): Span | null;
  caret(): number;
  select(span: Span): void;
  /** Scrolls a span into view and puts the caret at its start. */
  reveal(span: Span): void;
  focus(): void;
  hasFocus(): boolean;
  /** Where the blocks of a stretch stand in the window, in px; null where none of it is rendered. */
  place(span: Span): { top: number; bottom: number } | null;
  /** The stretch on the screen, and some way beyond it. */
  sight(): Span | null;
  /** The offset nearest to a point of the window; null outside the text. */
  offsetAt(x: number, y: number): number | null;
  /** The shown codings that cover the character at an offset. */
  at(offset: number): Coding[];
  /** Singles out and reveals the next or previous coding, counted from the caret. */
  step(direction: 1 | -1): void;
  /** Singles out the next of the codings under the caret. */
  cycle(): void;
};

/** The type under which a code travels while it is dragged. */
export const draggedCode = 'application/x-concord-code';
