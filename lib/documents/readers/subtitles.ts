import { decodeText } from './decode';
import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { titleOf } from './titles';
import { readCues, type Cue } from './subtitles/cues';

/**
 * Subtitles (.srt, .vtt), which arrive cut into lines of a few seconds: put together again to turns where a speaker is
 * named or a dash marks the next one, else to paragraphs between pauses. Times stay outside.
 */
export const subtitles: Reader = {
  format: 'subtitles',
  title: 'Subtitles',
  extensions: ['.srt', '.vtt'],
  read(bytes, asked) {
    const { text: raw, ...how } = decodeText(bytes, asked);
    const writer = new TextWriter();
    const cues = readCues(raw);
    for (const [index, cue] of cues.entries()) writeCue(writer, cue, cues[index - 1] ?? null);
    const { text, blocks } = writer.finish();
    return {
      text,
      blocks,
      warnings: ['The times of the subtitles were left out.'],
      title: titleOf(text, blocks),
      ...how,
    };
  },
};

/** A silence of this many seconds ends a paragraph. */
const pause = 3;

function writeCue(writer: TextWriter, cue: Cue, before: Cue | null): void {
  for (const [index, { speaker, words }] of cue.lines.entries()) {
    const last = index > 0 ? cue.lines[index - 1] : before?.lines.at(-1);
    const isSame = speaker === (last?.speaker ?? null) && !beginsTurn.test(words);
    if (isSame && last && (index > 0 || cue.start - (before?.end ?? 0) < pause)) writer.write(` ${words}`);
    else {
      writer.begin({ kind: 'paragraph' });
      writer.write(speaker ? `${speaker}: ${words}` : words);
    }
  }
}

/** A dash, two arrows or a name in capitals before a colon, as subtitlers mark the next voice. */
const beginsTurn = /^(?:[-–—‐]\s?\p{L}|>>|[\p{Lu}][\p{Lu}\s.'’-]{1,40}:\s)/u;
