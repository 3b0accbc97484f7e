import { Refusal } from '@/lib/errors';

/** What is shown at once, and from when to when in seconds. */
export type Cue = { start: number; end: number; lines: { speaker: string | null; words: string }[] };

/** The cues of an SRT or WebVTT file, in the order of the file. Notes and styles of WebVTT are none. */
export function readCues(text: string): Cue[] {
  const cues = text.split(/\n[ \t]*\n+/).flatMap((block) => cueIn(block.split('\n')));
  if (cues.length > 0) return cues;
  throw new Refusal(
    'unreadable',
    'There are no subtitles in this file: no line has times like 00:01:02,000 --> 00:01:04,000.',
  );
}

const times = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/;

function cueIn(lines: readonly string[]): Cue[] {
  const at = lines.findIndex((line) => times.test(line));
  const [, start, end] = times.exec(lines[at] ?? '') ?? [];
  if (!start || !end) return [];
  const said = voices(lines.slice(at + 1));
  return said.length > 0 ? [{ start: seconds(start), end: seconds(end), lines: said }] : [];
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0);
}

/** Lines with their speaker (`<v Name>`), which holds until another is named; all other marks go. */
function voices(lines: readonly string[]): Cue['lines'] {
  let speaker: string | null = null;
  return lines.flatMap((line) => {
    speaker = /<v(?:\.[\w.]+)?\s+([^>]+)>/.exec(line)?.[1]?.trim() ?? speaker;
    const words = line
      .replace(/<[^<>]{0,200}>|\{\\[^{}]{0,200}\}/g, '')
      .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => entities[name] ?? '')
      .trim();
    return words === '' ? [] : [{ speaker, words }];
  });
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};
