import type { Block } from './blocks';
import type { SpeakerMark } from './speaker-marks';
import { speakerMarks } from './speaker-marks';

/**
 * Cuts paragraphs at speaker marks, so that a transcript becomes one block per turn, also where it arrives as one
 * enormous line. A block that begins with a mark becomes a speaker turn; other blocks stay as they are. It is cautious:
 * a turn missed leaves a long paragraph, a turn invented puts words in somebody's mouth.
 */
export function splitSpeakerTurns(text: string, blocks: readonly Block[]): Block[] {
  const found = blocks.map((block) => (block.kind === 'paragraph' ? speakerMarks(text, block) : []));
  const known = knownSpeakers(found.flat());
  let begun = false;
  return blocks.flatMap((block, index) => {
    const turns = (found[index] ?? []).filter((mark) => {
      const accepted = isTurn(mark, known, begun);
      begun ||= accepted;
      return accepted;
    });
    return turns.length === 0 ? [block] : cut(block, turns);
  });
}

type Known = {
  /** Speakers whose mark stands, more than once, where a turn may begin. */
  repeated: ReadonlySet<string>;
  /** The last words of speakers' full names. */
  surnames: ReadonlySet<string>;
  /** True when the document has marks that can hardly be anything else. */
  isTranscript: boolean;
};

function knownSpeakers(marks: readonly SpeakerMark[]): Known {
  const placed = marks.filter(({ after }) => after !== 'text');
  const counts = new Map<string, number>();
  for (const { speaker } of placed) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const repeated = new Set([...counts].filter(([, count]) => count > 1).map(([speaker]) => speaker));
  const named = placed.filter(({ shape }) => shape === 'initials' || shape === 'name');
  return {
    repeated,
    surnames: new Set(named.map(({ speaker }) => speaker.split(/[\s.]/u).at(-1) ?? speaker)),
    isTranscript: named.some(({ shape, speaker }) => shape === 'initials' || repeated.has(speaker)),
  };
}

function isTurn(mark: SpeakerMark, known: Known, begun: boolean): boolean {
  const { shape, after, speaker } = mark;
  const repeated = known.repeated.has(speaker);
  if (shape === 'word') return after === 'start' && known.surnames.has(speaker);
  if (after === 'start') return true;
  if (after === 'text') return !begun && repeated && !mark.quotes;
  if (shape === 'role') return known.isTranscript;
  return shape === 'initials' ? repeated || !mark.quotes : repeated;
}

function cut(block: Block, turns: readonly SpeakerMark[]): Block[] {
  const pieces: Block[] = turns.map((mark, index) => ({
    kind: 'speaker-turn',
    start: mark.after === 'start' ? block.start : mark.start,
    end: turns[index + 1]?.start ?? block.end,
    speaker: mark.speaker,
  }));
  const first = pieces[0]?.start ?? block.end;
  return first > block.start ? [{ ...block, end: first }, ...pieces] : pieces;
}
