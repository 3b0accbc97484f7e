import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language';
import { corpus } from './testing/corpus';

describe('the language proposed', () => {
  it.each([
    ['en', 'The people of the world are tired of war and we will not be silent.'],
    ['de', 'Wir sind nicht die einzigen, und das ist auch für den Frieden von Bedeutung.'],
    ['fr', 'Nous ne sommes pas les seuls et la paix est dans les mains de tous.'],
    ['es', 'Los pueblos no son los únicos y la paz es para todos los que la buscan con fe.'],
    ['ru', 'Мы не одни, и мир — это общее дело всех народов, которые его хотят.'],
    ['uk', 'Ми не самі, і мир є спільною справою всіх народів, які його прагнуть.'],
    ['be', 'Мы не адны, і мір — гэта агульная справа ўсіх народаў, якія яго хочуць.'],
    ['fa', 'ما تنها نیستیم و صلح کار مشترک همه مردمی است که آن را می‌خواهند و پاس می‌دارند.'],
    ['ar', 'لسنا وحدنا، والسلام هو القضية المشتركة لجميع الشعوب التي تريده.'],
    ['he', 'איננו לבד, והשלום הוא עניינם המשותף של כל העמים.'],
    ['zh', '我们并不孤单，和平是所有希望和平的人民的共同事业。'],
    ['ja', '私たちは一人ではありません。平和はすべての人々の共通の願いです。'],
    ['ko', '우리는 혼자가 아니며 평화는 모든 사람의 공동의 일입니다.'],
  ])('is %s for a sentence in it', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('is none where there is too little, too much of two, or no words at all', () => {
    for (const text of [
      '',
      'OK',
      '12 345 — 67',
      'Peace in our time. Мир нашему времени',
      'Lorem ipsum dolor sit amet',
    ]) {
      expect(guessLanguage(text)).toBeNull();
    }
  });

  const real = { 'udhr/eng.txt': 'en', 'udhr/rus.txt': 'ru', 'udhr/pes_1.txt': 'fa', 'udhr/arb.txt': 'ar', 'kremlin-ru/76222.txt': 'ru', 'books/hafez-fa.txt': 'fa', 'ungdc/CHN_79_2024.txt': 'en' }; // prettier-ignore
  for (const [file, text] of corpus(...Object.keys(real))) {
    it(`is right for ${file}`, () => {
      expect(guessLanguage(text)).toBe(real[file as keyof typeof real]);
    });
  }
});
