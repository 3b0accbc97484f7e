import type { SampleAnalyst, SampleStudy } from './sample-study';
import { attributes } from './attributes';
import { codings, finished } from './codings';
import { statements } from './statements';

export type * from './sample-study';

const analysts: SampleAnalyst[] = [
  { key: 'leyla', name: 'Leyla Aydin', email: 'leyla@demo.concord.example', role: 'owner' },
  { key: 'marek', name: 'Marek Novak', email: 'marek@demo.concord.example', role: 'coder' },
  { key: 'sofia', name: 'Sofia Lindqvist', email: 'sofia@demo.concord.example', role: 'coder' },
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
};
