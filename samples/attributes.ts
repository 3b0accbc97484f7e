import type { SampleAttribute } from './sample-study';

/** The fields that every statement of the demo study is described by. */
export const attributes: SampleAttribute[] = [
  { key: 'speaker', name: 'Speaker', type: 'text' },
  { key: 'office', name: 'Office', type: 'text' },
  { key: 'venue', name: 'Venue', type: 'text' },
  {
    key: 'audience',
    name: 'Audience',
    type: 'one-of',
    options: ['Press', 'International organisation', 'Domestic public', 'Foreign public', 'Gulf governments', 'Business'],
  },
  { key: 'date', name: 'Date', type: 'date' },
  { key: 'language', name: 'Language', type: 'language' },
  { key: 'translator', name: 'Translator', type: 'text' },
  { key: 'source_url', name: 'Source URL', type: 'url' },
];
