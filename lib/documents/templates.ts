import type { Attribute } from './document';

/** An attribute of a template: it gets its id and its place when a project takes it over. */
export type TemplateAttribute = Omit<Attribute, 'id' | 'position'>;
export type Template = { name: string; purpose: string; attributes: readonly TemplateAttribute[] };

/**
 * Sets of attributes to begin with, for the kinds of texts that political rhetoric comes in. The labels are those that
 * stand before such facts at the top of statements, also in Russian, Persian, Arabic and Hebrew.
 */
export const templates: readonly Template[] = [
  {
    name: 'Official statements',
    purpose: 'Speeches, briefings and communiqués: who speaks, in which office, where and to whom.',
    attributes: [
      text('speaker', 'Speaker', {
        labels: ['Speaker', 'Спикер', 'Выступающий', 'سخنران', 'المتحدث', 'דובר'],
        required: true,
        property: 'author',
      }),
      text('office', 'Office', ['Office', 'Position', 'Должность', 'سمت', 'المنصب', 'תפקיד']),
      date(['Date', 'Дата', 'تاریخ', 'التاريخ', 'תאריך'], { required: true }),
      text('venue', 'Venue', ['Venue', 'Place', 'Место', 'مکان', 'المكان', 'מקום']),
      choice('audience', 'Audience', {
        type: 'many-of',
        options: ['Domestic public', 'Foreign public', 'Parliament', 'Foreign governments', 'Press'],
        labels: ['Audience', 'Аудитория', 'مخاطب', 'الجمهور', 'קהל'],
      }),
      { key: 'language', name: 'Language', type: 'language', options: [] },
      text('translator', 'Translator', ['Translator', 'Переводчик', 'مترجم', 'المترجم', 'מתרגם']),
      address(['Source', 'URL', 'Источник', 'منبع', 'المصدر', 'מקור']),
    ],
  },
  {
    name: 'Press',
    purpose: 'Articles, interviews and commentaries: which outlet, by whom, of what kind.',
    attributes: [
      text('outlet', 'Outlet', {
        labels: ['Outlet', 'Newspaper', 'Издание', 'روزنامه', 'الصحيفة'],
        required: true,
        property: 'publisher',
      }),
      text('author', 'Author', { labels: ['Author', 'By', 'Автор', 'نویسنده', 'الكاتب', 'מאת'], property: 'author' }),
      date(['Date', 'Published', 'Дата', 'تاریخ', 'التاريخ', 'תאריך'], { required: true }),
      choice('genre', 'Genre', {
        type: 'one-of',
        options: ['News', 'Interview', 'Commentary', 'Editorial', 'Analysis'],
        labels: ['Genre', 'Жанр'],
      }),
      { key: 'language', name: 'Language', type: 'language', options: [] },
      address(['Source', 'URL', 'Источник', 'منبع', 'المصدر']),
    ],
  },
  {
    name: 'Posts',
    purpose: 'Telegram, X and other channels: which account, when to the minute, with how many views.',
    attributes: [
      text('account', 'Account', {
        labels: ['Account', 'Channel', 'Канал', 'کانال', 'القناة'],
        required: true,
        property: 'author',
      }),
      choice('platform', 'Platform', {
        type: 'one-of',
        options: ['Telegram', 'X', 'Facebook', 'VK', 'YouTube', 'Other'],
        labels: ['Platform', 'Платформа'],
      }),
      date(['Date', 'Posted', 'Дата', 'تاریخ', 'التاريخ'], { required: true }),
      { key: 'views', name: 'Views', type: 'number', options: [], labels: ['Views', 'Просмотры'] },
      { key: 'language', name: 'Language', type: 'language', options: [] },
      address(['Link', 'URL', 'Ссылка']),
    ],
  },
  {
    name: 'Parliamentary debates',
    purpose: 'Records of chambers and committees: who speaks for which party, in which session.',
    attributes: [
      text('speaker', 'Speaker', { labels: ['Speaker', 'Спикер', 'سخنران', 'المتحدث', 'דובר'], required: true }),
      text('party', 'Party', ['Party', 'Фракция', 'Партия', 'حزب', 'الحزب', 'סיעה']),
      text('chamber', 'Chamber', ['Chamber', 'House', 'Палата', 'مجلس', 'المجلس']),
      text('session', 'Session', ['Session', 'Заседание', 'نشست', 'الجلسة', 'ישיבה']),
      date(['Date', 'Дата', 'تاریخ', 'التاريخ', 'תאריך'], { required: true }),
      address(['Source', 'URL', 'Источник', 'منبع', 'المصدر']),
    ],
  },
];

type More = Pick<Attribute, 'required' | 'property'>;

function text(key: string, name: string, more: string[] | (More & { labels: string[] })): TemplateAttribute {
  return { key, name, type: 'text', options: [], ...(Array.isArray(more) ? { labels: more } : more) };
}

function date(labels: string[], more: More): TemplateAttribute {
  return { key: 'date', name: 'Date', type: 'date', options: [], labels, property: 'date', ...more };
}

function address(labels: string[]): TemplateAttribute {
  return { key: 'source_url', name: 'Source address', type: 'url', options: [], labels, property: 'address' };
}

function choice(
  key: string,
  name: string,
  more: Pick<TemplateAttribute, 'type' | 'options' | 'labels'>,
): TemplateAttribute {
  return { key, name, ...more };
}
