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

function markBefore(before: string, atStart: boolean): Omit<SpeakerMark, 'quotes'> | null {
  for (const [shape, pattern] of shapes) {
    const found = pattern.exec(before);
    if (!found?.groups?.['label']) continue;
    const speaker = found.groups['label'];
    const start = found.index + (found.groups['lead']?.length ?? 0);
    const lead = before.slice(0, start).trimEnd();
    if (shape !== 'initials' && noSpeaker.test(speaker)) return null;
    const after = lead === '' && atStart ? 'start' : sentenceEnd.test(lead) ? 'sentence' : 'text';
    if (after === 'text' && shape !== 'initials') continue;
    return { start, speaker, shape, after };
  }
  return null;
}

const sentenceEnd = /(?:[.!?…؟。！？]["'”’»)\]]*|[»)\]*])$/u;
// Words of greeting, and labels of title pages, that also stand in capitals before a colon.
const noSpeaker =
  /^(?:dear|my|our|ladies|gentlemen|distinguished|excellenc|mr\.? president|уважаем|дорог|дамы)|(?:date|time|place|title|author|source|language|subject|number|chapter|section|article|part|note)s?$/iu;

const lead = String.raw`(?<lead>^\s*(?:\*\*)?|[\s*])`;
const surname = String.raw`\p{Lu}[\p{L}\p{M}'’-]+`;
const initials = String.raw`(?:\p{Lu}\p{Ll}?\.[ \u00a0]?){1,3}`;
const particle = String.raw`(?:al|el|bin|ibn|de|del|da|dos|du|van|von|der|la|le|ben|оглы|кызы|аль|ибн|фон)`;
const tail = String.raw`(?:\s*\([^()]{1,60}\))?(?:\*\*)?\s?$`;

const roles = [
  'Q',
  'A',
  'Question',
  'Answer',
  'Moderator',
  'Interviewer',
  'Interviewee',
  'Host',
  'Reporter',
  'Correspondent',
  'Journalist',
  'Speaker',
  'Participant',
  'Translator',
  'Interpreter',
  'Remark',
  'Вопрос',
  'Ответ',
  'Реплика',
  'Ведущий',
  'Ведущая',
  'Модератор',
  'Журналист',
  'Корреспондент',
  'Переводчик',
  'Питання',
  'Відповідь',
  'Ведучий',
  'سوال',
  'پرسش',
  'پاسخ',
  'جواب',
  'خبرنگار',
  'مجری',
  'سؤال',
  'الصحفي',
  'المذيع',
  'שאלה',
  'תשובה',
  'מנחה',
  '问',
  '答',
  '記者',
  '记者',
  '主持人',
  'Frage',
  'Antwort',
  'Réponse',
  'Pregunta',
  'Respuesta',
];

/** From the surest shape to the least sure; the first that fits decides. */
const shapes: readonly (readonly [SpeakerMark['shape'], RegExp])[] = [
  // А.Шохин Шохин Александр Николаевич президент Российского союза : (name, then the card that the web page showed)
  ['initials', new RegExp(`${lead}(?<label>${initials}(?<family>${surname})) \\k<family> [^.!?]{1,200} $`, 'u')],
  ['initials', new RegExp(`${lead}(?<label>${initials}${surname})${tail}`, 'u')],
  ['role', new RegExp(`${lead}(?<label>(?:${roles.join('|')})(?: \\d{1,2})?)${tail}`, 'u')],
  [
    'name',
    new RegExp(
      `${lead}(?<label>(?:(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr)\\. )?${surname}(?:[ \\u00a0](?:${particle}[ \\u00a0-])?(?:\\p{Lu}\\.|${surname})){1,3})${tail}`,
      'u',
    ),
  ],
  ['name', new RegExp(`${lead}(?<label>(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr)\\. ${surname})${tail}`, 'u')],
  ['word', new RegExp(`${lead}(?<label>${surname})${tail}`, 'u')],
];
