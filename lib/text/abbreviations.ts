/**
 * Words whose full stop does not end a sentence, by language, without the stop and in lower case. Short on purpose:
 * these are the ones that political texts are full of. A language that is not listed has none.
 */
export type Abbreviations = {
  /** Always followed by more of the sentence, usually a name or a number. */
  never: ReadonlySet<string>;
  /** May end a sentence; does when the next word is one of `starters`. */
  seldom: ReadonlySet<string>;
  /** Words that open sentences and hardly ever begin a name. */
  starters: ReadonlySet<string>;
};

export function abbreviationsOf(language: string | null): Abbreviations {
  return byLanguage[(language ?? '').split('-')[0]?.toLowerCase() ?? ''] ?? none;
}

const none: Abbreviations = { never: new Set(), seldom: new Set(), starters: new Set() };

const byLanguage: Readonly<Record<string, Abbreviations>> = {
  en: abbreviations(
    'mr mrs ms dr prof gen sen rep gov lt col maj capt cmdr adm sgt hon rev st fr amb pres messrs mt vs cf e.g i.e viz approx',
    'u.s u.k u.n u.s.s.r e.u d.c a.m p.m jr sr inc ltd co corp bros dept univ jan feb mar apr jun jul aug sep sept oct nov dec etc al ph.d',
    'the a an in on at it its we he she they i you this that these those there but and or so as if when while what who ' +
      'how why for from with our my his her their not no yes now then after before today however moreover let thank',
  ),
  ru: abbreviations(
    'т.е т.к т.н тов акад проф доц им ул пл просп пер обл пос ст стр рис гл см ср напр зам ген им св',
    'г гг д др п пп с т.д т.п т.ч н.э в вв руб коп тыс млн млрд трлн мин сек час ч кв кор корп р-н ред',
    'мы я он она они вы ты это этот эта эти в на и но а с к у о об от до для по из за при так то что как когда если ' +
      'кто где не да нет сегодня сейчас потом однако поэтому кроме вот все всё наш наша наши',
  ),
  fa: abbreviations('دکتر مهندس ر.ک', 'ه.ش ه.ق ق.م', 'این آن ما من او و در از به که اما'),
  ar: abbreviations('د أ م أ.د', 'ق.م ه م', 'في من إن و هذا هذه نحن هو هي لكن'),
  he: abbreviations('ד"ר פרופ עו"ד', 'עמ וכו וגו', 'אנחנו אני הוא היא הם זה זאת אבל על את לא כן'),
};

function abbreviations(never: string, seldom: string, starters: string): Abbreviations {
  return {
    never: new Set(never.split(' ')),
    seldom: new Set(seldom.split(' ')),
    starters: new Set(starters.split(' ')),
  };
}
