/**
 * The direction that most of a text runs in, judged by the letters of its first thousands of characters: one Arabic
 * name in an English article does not turn the page around, nor one Latin one a Persian article.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  let balance = 0;
  for (const character of text.slice(0, sample)) {
    if (!letter.test(character)) continue;
    balance += rightToLeft.test(character) ? -1 : 1;
  }
  return balance < 0 ? 'rtl' : 'ltr';
}

const sample = 5000;
const letter = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
