import { describe, expect, it } from 'vitest';
import { plainBlocks } from './plain-blocks';
import { corpus } from './testing/corpus';

/** The speakers of a text in turn, with null for blocks that are no turn. */
function speakers(text: string): (string | null)[] {
  return plainBlocks(text).map((block) => (block.kind === 'speaker-turn' ? (block.speaker ?? '') : null));
}

describe('a speaker turn', () => {
  it('begins at a paragraph that opens with a name or a role and a colon', () => {
    const text = [
      'Vladimir Putin: Good afternoon.',
      'He came in late.',
      'Ebtesam al-Ketbi: Thank you.',
      'В. Путин: Да.',
      'Вопрос: Когда?',
      'Q: And then?',
      'THE PRESIDENT: Thank you all.',
      'MR. MILLER: We have no comment.',
      'Speaker 2: Nor have we.',
      'سوال: چرا؟',
      'John F. Kennedy (as translated): I do.',
    ].join('\n\n');
    expect(speakers(text)).toEqual([
      'Vladimir Putin', null, 'Ebtesam al-Ketbi', 'В. Путин', 'Вопрос', 'Q', 'THE PRESIDENT', 'MR. MILLER', 'Speaker 2',
      'سوال', 'John F. Kennedy',
    ]); // prettier-ignore
  });

  it('begins with a surname alone only when the full name was seen', () => {
    expect(speakers('Fyodor Lukyanov: Welcome.\nLukyanov: Next.\nRemember: vote.')).toEqual([
      'Fyodor Lukyanov',
      'Lukyanov',
      null,
    ]);
  });

  it('is not begun by greetings, list words, title pages or times', () => {
    const text =
      'Dear Friends: hello\nOne: act\nRelease Date: May\nAt 12:30 we met\nMy message is this: act\nLadies and Gentlemen: hi';
    expect(speakers(text)).toEqual([null, null, null, null, null, null]);
  });

  it('begins inside one long line wherever a known speaker follows a full stop', () => {
    const text =
      'События. * * * В.Путин: Добрый день. О чём? А.Шохин: О деле. В.Путин: Хорошо. Вопрос: Когда? В.Путин: Завтра.';
    expect(speakers(text)).toEqual([null, 'В.Путин', 'А.Шохин', 'В.Путин', 'Вопрос', 'В.Путин']);
  });

  it('takes a name and the card with the office behind it', () => {
    const text =
      'Итоги. * * * А.Шохин Шохин Александр Николаевич президент союза : Уважаемые коллеги! В.Путин: Спасибо.';
    expect(speakers(text)).toEqual([null, 'А.Шохин', 'В.Путин']);
  });

  it('is not begun by reported speech, nor by a rhetorical question in a monologue', () => {
    expect(speakers('Потом выступили все. Как сказал В.Путин: «Да». И ещё раз. Как сказал В.Путин: «Нет».')).toEqual([
      null,
    ]);
    expect(speakers('We did what we could. Question: was it enough? It was not.')).toEqual([null]);
  });

  it('keeps the blank space and the mark itself, so that blocks still tile', () => {
    expect(plainBlocks('  Q: why\n\nA: so\n')).toEqual([
      { kind: 'speaker-turn', start: 0, end: 10, speaker: 'Q' },
      { kind: 'speaker-turn', start: 10, end: 16, speaker: 'A' },
    ]);
  });

  for (const [file, text] of corpus('kremlin-ru/76222.txt', 'kremlin-ru/76450.txt', 'kremlin-ru/76474.txt')) {
    it(`is found at least fifteen times in the one line of ${file}, and the president speaks most`, () => {
      const turns = speakers(text).filter((speaker) => speaker !== null);
      expect(turns.length).toBeGreaterThan(15);
      expect(turns.filter((speaker) => speaker === 'В.Путин').length).toBeGreaterThanOrEqual(turns.length / 3);
    });
  }

  for (const [file, text] of corpus(
    'ungdc/USA_77_2022.txt',
    'ungdc/SYR_79_2024.txt',
    'books/federalist-papers-pg1404-8.txt',
  )) {
    it(`is not invented in ${file}`, () => {
      expect(speakers(text).filter((speaker) => speaker !== null)).toEqual([]);
    });
  }
});
