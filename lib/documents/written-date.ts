import { isDate } from './values';

/**
 * A date as people write it, in ISO 8601: “9 March 2023”, “March 9, 2023”, “9 марта 2023 г.”, “09.03.2023”, a PDF's “D:20230309...”.
 * Null for what is no date or may be two: in 03/04/2023 nobody can tell the day from the month.
 */
export function writtenDate(said: string): string | null {
  const value = plainDigits(said).trim();
  if (isDate(value)) return value;
  const day = iso(value) ?? dotted(value) ?? named(value);
  return day !== null && isDate(day) ? day : null;
}

/** The day of a longer stamp, where its time says no zone; and of a PDF's. */
function iso(value: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|\d{6}|$)/.exec(value) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

/** With full stops the day comes first, everywhere that writes dates so. */
function dotted(value: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(value) ?? [];
  return year ? `${year}-${two(month!)}-${two(day!)}` : null;
}

function named(value: string): string | null {
  const words = value.toLowerCase();
  const [, day, month, year] =
    /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(\p{L}+)\.?,?\s+(\d{4})(?!\d)/u.exec(words) ?? [];
  if (year) return dateOf(day!, month!, year);
  const [, americanMonth, americanDay, americanYear] =
    /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(words) ?? [];
  return americanYear ? dateOf(americanDay!, americanMonth!, americanYear) : null;
}

function dateOf(day: string, month: string, year: string): string | null {
  const number = months.findIndex((names) => names.some((name) => month.startsWith(name)));
  return number < 0 ? null : `${year}-${two(String(number + 1))}-${two(day)}`;
}

/** Beginnings of the names of months that tell them apart: English, Russian, and the Western months in Persian, Arabic and Hebrew. */
const months: readonly (readonly string[])[] = [
  ['jan', 'янв', 'ژانویه', 'يناير', 'ינואר'],
  ['feb', 'фев', 'فوریه', 'فبراير', 'פברואר'],
  ['mar', 'мар', 'مارس', 'מרץ'],
  ['apr', 'апр', 'آوریل', 'أبريل', 'אפריל'],
  ['may', 'мая', 'май', 'مه', 'مايو', 'מאי'],
  ['jun', 'июн', 'ژوئن', 'يونيو', 'יוני'],
  ['jul', 'июл', 'ژوئیه', 'يوليو', 'יולי'],
  ['aug', 'авг', 'اوت', 'أغسطس', 'אוגוסט'],
  ['sep', 'сен', 'سپتامبر', 'سبتمبر', 'ספטמבר'],
  ['oct', 'окт', 'اکتبر', 'أكتوبر', 'אוקטובר'],
  ['nov', 'ноя', 'نوامبر', 'نوفمبر', 'נובמבר'],
  ['dec', 'дек', 'دسامبر', 'ديسمبر', 'דצמבר'],
];

function two(number: string): string {
  return number.padStart(2, '0');
}

/** Arabic and Persian digits as those that dates and numbers are stored in. */
export function plainDigits(words: string): string {
  return words.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}
