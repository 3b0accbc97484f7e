import type { SampleAnalyst, SampleStudy } from './sample-study';
import { attributes } from './attributes';
import { codings, finished } from './codings';
import { statements } from './statements';

export type * from './sample-study';

const analysts: SampleAnalyst[] = [
  { key: 'leyla', name: 'Leyla Aydin', email: 'leyla@demo.concord.example', role: 'owner', attributes: { languages_read: 'English; Russian; Turkish', training: 'Wrote the codebook' } },
  { key: 'marek', name: 'Marek Novak', email: 'marek@demo.concord.example', role: 'coder', attributes: { languages_read: 'English; Russian', training: 'Trained for this study' } },
  { key: 'sofia', name: 'Sofia Lindqvist', email: 'sofia@demo.concord.example', role: 'coder', attributes: { languages_read: 'English', training: 'Trained for this study' } },
];

/** The demo study, as plain data: everything a seed needs besides the codebook. README.md says how to read it. */
export const study: SampleStudy = {
  title: 'Varengia and the Orun war (demo)',
  description:
    'How an invented great power talks about an invented war. Ten statements by officials of Varengia, March to September 2023, coded by three analysts who agree on much and differ where it is instructive. Every person, office and event is made up.',
  attributes,
  analysts,
  statements,
  codings,
  finished,
  coderAttributes: [
    { key: 'languages_read', name: 'Languages read', type: 'many-of', options: ['English', 'Russian', 'Turkish'] },
    { key: 'training', name: 'Training', type: 'one-of', options: ['Wrote the codebook', 'Trained for this study'] },
  ],
  rounds: [
    { title: 'Pilot', statements: ['briefing', 'council', 'thread'] },
    { title: 'Second round', statements: ['op-ed', 'communique', 'press-comment', 'readout'] },
  ],
};
