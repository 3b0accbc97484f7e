/**
 * The language a text is most likely in, as a BCP 47 tag, or null when unsure. It only proposes what people may
 * correct: the script decides where one language all but owns it, letters and small words where several share it.
 */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, sample)
      .toLowerCase()
      .match(/[\p{L}\p{M}\u200c'’]+/gu) ?? [];
  const script = mainScript(words.join(''));
  if (script === null) return null;
  return typeof script.language === 'string' ? script.language : script.language(words);
}

// Enough to tell languages by, and short enough to do on every import.
const sample = 20_000;
const fewestLetters = 12;

type Words = readonly string[];
type Script = { letters: RegExp; language: string | ((words: Words) => string | null) };

const scripts: readonly Script[] = [
  { letters: /\p{Script=Latin}/gu, language: (words) => mostWords(words, latin) },
  { letters: /\p{Script=Cyrillic}/gu, language: cyrillic },
  { letters: /\p{Script=Arabic}/gu, language: arabicScript },
  { letters: /\p{Script=Hebrew}/gu, language: 'he' },
  {
    // Japanese mixes three scripts, none of which need prevail; Chinese has only the one.
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    language: (words) => (share(words, /[\u3040-\u30ff]/gu) > 0.1 ? 'ja' : 'zh'),
  },
  { letters: /\p{Script=Hangul}/gu, language: 'ko' },
  { letters: /\p{Script=Greek}/gu, language: 'el' },
  { letters: /\p{Script=Armenian}/gu, language: 'hy' },
  { letters: /\p{Script=Georgian}/gu, language: 'ka' },
  { letters: /\p{Script=Thai}/gu, language: 'th' },
  { letters: /\p{Script=Devanagari}/gu, language: (words) => mostWords(words, { hi: 'है हैं के में की और का से को' }) },
  { letters: /\p{Script=Bengali}/gu, language: 'bn' },
  { letters: /\p{Script=Tamil}/gu, language: 'ta' },
];

/** The script of at least two thirds of the letters, so that a text of two halves stays undecided. */
function mainScript(letters: string): Script | null {
  if (letters.length < fewestLetters) return null;
  return scripts.find((script) => share([letters], script.letters) > 2 / 3) ?? null;
}

function cyrillic(words: Words): string | null {
  const has = (letters: RegExp) => share(words, letters);
  if (has(/[ўґіїє]/gu) > 0.01) return has(/ў/gu) > has(/[їґє]/gu) ? 'be' : 'uk';
  if (has(/[әөүғқңұһ]/gu) > 0.01) return has(/[ұғқ]/gu) > 0.005 ? 'kk' : null;
  if (has(/[ђјљњћџѓќ]/gu) > 0.01) return has(/[ѓќѕ]/gu) > has(/[ђћ]/gu) ? 'mk' : 'sr';
  if (has(/[ыэё]/gu) > 0.005) return 'ru';
  return has(/ъ/gu) > 0.005 ? 'bg' : null;
}

function arabicScript(words: Words): string | null {
  const has = (letters: RegExp) => share(words, letters);
  if (has(/[ٹڈڑےں]/gu) > 0.01) return 'ur';
  if (has(/[ټډړښځڅ]/gu) > 0.005) return 'ps';
  if (has(/[ێەۆڵڕ]/gu) > 0.02) return 'ckb';
  if (has(/[پچژگ]/gu) > 0.005) return 'fa';
  return has(/[ةىأإؤئ]|ال/gu) > 0.02 ? 'ar' : null;
}

/** How many of the letters match, as a share of all. */
function share(words: Words, letters: RegExp): number {
  const all = words.join('');
  return all === '' ? 0 : (all.match(letters)?.join('').length ?? 0) / all.length;
}

/** Small words that are frequent in one language and rare or absent in its neighbours. */
const latin: Readonly<Record<string, string>> = {
  en: 'the and of to is that for with this was are have we our will it be they not',
  de: 'der die und das ist nicht wir mit den von ein eine für auf dem auch werden sich zu',
  fr: 'le les et des une nous est pour dans qui pas sur avec du au ce sont cette vous',
  es: 'el los las y una es para por con del nos como más pero su este esta han lo',
  pt: 'os uma não com para mais do da em dos das nós são como pelo pela ao também seu',
  it: 'il gli che di una per non con della sono dei questo anche alla nel più ha ci è',
  nl: 'het een van en niet dat wij zijn voor met ook aan wordt deze naar ons er bij op',
  pl: 'nie się jest że na do to jak dla przez są oraz które tego być ale po od już',
  tr: 've bir bu için ile olarak olan da de çok daha ne gibi kadar biz her ancak sonra değil',
  ro: 'și în este care nu să cu pentru din sunt mai pe la noi au ca fi această prin',
  cs: 'je že na se to pro jsou jako ale také ve jsme který aby byl které při nebo podle',
  sv: 'och att det som är för på med av inte har till vi den om ett kan från ska',
  hu: 'és hogy nem az egy van meg is ez volt mint azt csak még már ki vagy kell lehet',
  id: 'yang dan di untuk dengan ini dari tidak dalam pada adalah akan kita kami itu oleh sebagai telah',
};

/** The language whose small words are clearly the most frequent: a tenth of the text, and half as many again as the next. */
function mostWords(words: Words, lists: Readonly<Record<string, string>>): string | null {
  const scores = Object.entries(lists).map(([language, list]) => {
    const small = new Set(list.split(' '));
    return { language, share: words.filter((word) => small.has(word)).length / words.length };
  });
  const [best, second] = scores.sort((a, b) => b.share - a.share);
  if (!best || best.share < 0.1 || best.share < 1.5 * (second?.share ?? 0)) return null;
  return best.language;
}
