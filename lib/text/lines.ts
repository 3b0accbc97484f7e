import { isSpace } from './white-space';

/** A line of a text without its `\n` and without the white space at its end. A blank line has `end` = `start`. */
export type Line = {
  start: number;
  end: number;
  /** How many units of white space the line begins with. */
  indent: number;
};

/** All lines of a text whose line ends are `\n`; an empty text has one blank line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    lines.push(line(text, start, stop));
    start = stop + 1;
  }
  return lines;
}

/** True for a line without words. */
export function isBlank(line: Line): boolean {
  return line.end === line.start;
}

function line(text: string, start: number, stop: number): Line {
  let end = stop;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first))) first += 1;
  return { start, end, indent: first - start };
}
