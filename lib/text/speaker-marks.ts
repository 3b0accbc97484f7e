import type { Span } from './span';
import { slice } from './span';

/** A place where somebody begins to speak: their name, and a colon after it. */
export type SpeakerMark = {
  /** Where the name begins. */
  start: number;
  speaker: string;
  /**
   * How sure the shape alone makes it. `initials` (V. Putin) is a name nowhere else than in transcripts; a `name` of
   * two capitals or a `role` may also introduce a list or a rhetorical question; a lone `word` mostly does.
   */
  shape: 'initials' | 'name' | 'role' | 'word';
  /** What stands before the mark: nothing in its paragraph, the end of a sentence, or something else. */
  after: 'start' | 'sentence' | 'text';
  /** True when a quotation follows, as in reported speech. */
  quotes: boolean;
};

/**
 * All places in a stretch of text that look like speaker marks. Deciding which of them are is left to
 * `splitSpeakerTurns`, which sees the whole document.
 */
export function speakerMarks(text: string, stretch: Span): SpeakerMark[] {
  const marks: SpeakerMark[] = [];
  const said = slice(text, stretch);
  let searched = 0;
  for (const { index } of said.matchAll(/[:：]/g)) {
    // Looking back stops at the colon before, which keeps the whole search linear.
    const from = Math.max(searched, index - longestMark);
    const mark = endsWell(said, index) ? markBefore(said.slice(from, index), from === 0) : null;
    const quotes = quotation.test(said.slice(index + 1, index + 3));
    if (mark) marks.push({ ...mark, start: stretch.start + from + mark.start, quotes });
    searched = index + 1;
  }
  return marks;
}

// Long enough for a name with the office that some transcripts put between name and colon.
const longestMark = 240;
const quotation = /^\s?[«"“„]/u;

/** A colon inside a clock time, an address or a verse number is no speaker's colon. */
function endsWell(text: string, colon: number): boolean {
  return text[colon] === '：' || colon + 1 >= text.length || /[\s\p{Lu}\p{Lo}«"“„*]/u.test(text[colon + 1] ?? '');
}

/** The surest mark that stands where a turn may begin; failing that, initials within a sentence. */
function markBefore(before: string, atStart: boolean): Omit<SpeakerMark, 'quotes'> | null {
  let within: Omit<SpeakerMark, 'quotes'> | null = null;
  for (const [shape, pattern] of shapes) {
    const groups = pattern.exec(before)?.groups;
    const speaker = groups?.['label'];
    if (!groups || !speaker || noSpeaker.test(speaker)) continue;
    const start = before.length - (groups['mark']?.length ?? 0);
    const ahead = before.slice(0, start).replace(/\*\*$/, '').trimEnd();
    if (ahead === '' && atStart) return { start, speaker, shape, after: 'start' };
    if (sentenceEnd.test(ahead)) return { start, speaker, shape, after: 'sentence' };
    if (shape === 'initials') within ??= { start, speaker, shape, after: 'text' };
  }
  return within;
}

// A closing bracket counts, as in (Applause.), and so does the * * * that parts an introduction from the talk.
const sentenceEnd = /(?:[.!?…؟。！？]["'”’»)\]]*|[»)\]*])$/u;

// Words of greeting, and labels of title pages, that also stand in capitals before a colon.
const noSpeaker =
  /^(?:dear|my|our|ladies|gentlemen|distinguished|excellenc|mr\.? president|уважаем|дорог|дамы)|(?:date|time|place|title|author|source|language|subject|number|chapter|section|article|part|note)s?$/iu;

const surname = String.raw`\p{Lu}[\p{L}\p{M}'’-]+`;
const initials = String.raw`(?:(?:\p{Lu}|Дж)\.[ \u00a0]?){1,3}`;
const title = '(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr)';
const particle = '(?:al|el|bin|ibn|de|del|da|dos|du|van|von|der|la|le|ben|оглы|кызы|аль|ибн|фон)';
const furtherName = String.raw`[ \u00a0](?:${particle}[ \u00a0-])?(?:\p{Lu}\.|${surname})`;

/** A label in its place: after a space or nothing, perhaps bold, with perhaps a remark in brackets behind it. */
function mark(label: string, behind = String.raw`(?:\s*\([^()]{1,60}\))?(?:\*\*)?\s?`): RegExp {
  return new RegExp(String.raw`(?<![^\s*])(?<mark>(?<label>${label})${behind})$`, 'u');
}

// What transcripts write instead of a name, in the languages that Concord's first users read.
const roles = [
  'Q A Question Answer Moderator Interviewer Interviewee Host Reporter Correspondent Journalist Speaker Participant',
  'Translator Interpreter Remark Frage Antwort Réponse Pregunta Respuesta',
  'Вопрос Ответ Реплика Ведущий Ведущая Модератор Журналист Корреспондент Переводчик Питання Відповідь Ведучий',
  'سوال پرسش پاسخ جواب خبرنگار مجری سؤال الصحفي المذيع שאלה תשובה מנחה 问 答 記者 记者 主持人',
].flatMap((line) => line.split(' '));

/** From the surest shape to the least sure. */
const shapes: readonly (readonly [SpeakerMark['shape'], RegExp])[] = [
  // А.Шохин Шохин Александр Николаевич президент союза : (a name, then the card that the web page showed for it)
  ['initials', mark(`${initials}(?<family>${surname})`, String.raw` \k<family> [^.!?]{1,200} `)],
  ['initials', mark(`${initials}${surname}`)],
  ['role', mark(String.raw`(?:${roles.join('|')})(?: \d{1,2})?`)],
  ['name', mark(String.raw`(?:${title}\. )?${surname}(?:${furtherName}){1,3}`)],
  ['name', mark(String.raw`${title}\. ${surname}`)],
  ['word', mark(surname)],
];
