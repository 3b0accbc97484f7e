import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Attribute } from './document';
import { templates } from './templates';
import { chosenOf, isDate, joinChosen, recordFault, valueFault, withSet } from './values';

const of = (type: Attribute['type'], options: string[] = []) => ({ type, options });

it('takes a year, a month or a day as a date, and only days that the calendar has', () => {
  for (const fine of ['2023', '2023-03', '2023-03-09', '2024-02-29', ''])
    expect(valueFault(of('date'), fine)).toBeNull();
  for (const wrong of ['9 March 2023', '2023-13', '2023-02-29', '03/09/2023', '23'])
    expect(valueFault(of('date'), wrong)).toContain('2023-03-09');
});

it('takes a time with its zone, and none without: an evening in Moscow is an afternoon in London', () => {
  for (const fine of ['2023-03-09T14:30+03:00', '2023-03-09T14:30:59Z', '2023-03-09T00:00:00.250-05:30'])
    expect(isDate(fine)).toBe(true);
  for (const wrong of [
    '2023-03-09T14:30',
    '2023-03T14:30Z',
    '2023-03-09T24:00Z',
    '2023-03-09T14:30+15:00',
    '2023-03-09 14:30Z',
  ]) {
    expect(isDate(wrong)).toBe(false);
  }
});

it('takes whatever day a clock can say, in any zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
      (date) => {
        expect(isDate(date.toISOString())).toBe(true);
        expect(isDate(date.toISOString().slice(0, 10))).toBe(true);
      },
    ),
  );
});

it('takes web addresses and nothing that runs', () => {
  expect(valueFault(of('url'), 'https://example.org/a?b=c')).toBeNull();
  for (const wrong of ['example.org', 'javascript:alert(1)', 'http://a b', 'https://'])
    expect(valueFault(of('url'), wrong)).not.toBeNull();
});

it('takes numbers as people and programs both write them', () => {
  for (const fine of ['0', '-12', '3.5']) expect(valueFault(of('number'), fine)).toBeNull();
  for (const wrong of ['1,5', '0x1f', '1e3', 'many', 'Infinity'])
    expect(valueFault(of('number'), wrong)).toMatch('number');
});

it('takes of options only those there are, each once, and names them', () => {
  expect(valueFault(of('one-of', ['Press', 'Posts']), 'Press')).toBeNull();
  expect(valueFault(of('one-of', ['Press', 'Posts']), 'press')).toMatch('“Press”, “Posts”');
  expect(valueFault(of('many-of', ['Press', 'Posts']), 'Posts; Press')).toBeNull();
  expect(valueFault(of('many-of', ['Press', 'Posts']), 'Press; Mail')).toMatch('“Mail” is none of');
  expect(valueFault(of('many-of', ['Press', 'Posts']), 'Press; Press')).toMatch('once');
});

it('keeps several choices in one value and finds them again', () => {
  expect(chosenOf(joinChosen(['Press', 'Gulf governments']))).toEqual(['Press', 'Gulf governments']);
  expect(chosenOf('')).toEqual([]);
});

const date: Attribute = { id: 'd', key: 'date', name: 'Date', ...of('date'), position: 0, required: true };

it('names document, attribute, value and the way out', () => {
  const fault = recordFault({ title: 'Briefing', values: { date: 'spring' } }, [date]);
  for (const word of ['“Briefing”', '“spring”', '“Date”', 'Write the date as']) expect(fault).toContain(word);
  expect(recordFault({ title: 'Briefing', values: {} }, [date])).toMatch(/“Date”, which is required.*Fill it in/);
  expect(recordFault({ title: 'Briefing', values: { date: '2023', venue: 'x' } }, [date])).toMatch(
    'no attribute “venue”',
  );
});

it('does not blame an edit for what was there before it', () => {
  const before = { date: 'spring', gone: 'x' };
  expect(recordFault({ title: 'T', values: before, before }, [date])).toBeNull();
  expect(recordFault({ title: 'T', values: {}, before: {} }, [date])).toBeNull();
  expect(recordFault({ title: 'T', values: { date: '' }, before }, [date])).toMatch('required');
});

it('takes a value away where a blank is set, and leaves the others', () => {
  expect(withSet({ a: '1', b: '2' }, { a: ' ', c: '3' })).toEqual({ b: '2', c: '3' });
});

it('offers templates that a project can take over as they are', () => {
  for (const { attributes } of templates) {
    expect(new Set(attributes.map(({ key }) => key)).size).toBe(attributes.length);
    for (const { key, type, options } of attributes) {
      expect(key).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
      expect(options.length > 0).toBe(type.endsWith('-of'));
    }
  }
});
