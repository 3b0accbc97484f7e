import type { SampleCode } from './sample-code';

/** Blame: what the United States is accused of. */
export const antiUs: SampleCode = {
  key: 'anti-us',
  name: 'Anti-US narrative',
  color: '#cc2823',
  shortcut: 'a',
  definition:
    'The passage blames the United States, by name or by an unmistakable stand-in ("Washington", "a certain capital across the ocean"), for the conflict or for a wrong in the order of the world.',
  useWhen:
    'Two things are present: the United States is meant, and it is blamed. Use the parent for causing, prolonging or planning harm in general; use a child when the kind of wrong is named.',
  avoidWhen:
    'Unnamed "some capitals", "the West" or "those who arm one side" could be several states, unless a sentence nearby in the same answer names the United States. Mere mention, thanks and reports of contact are not blame. Blame of Tesmar alone is not this code.',
  examples: [
    { text: 'Washington brought the matches, and now it offers to sell the water.' },
    {
      text: 'The Minister also spoke by telephone with the Secretary of State.',
      note: 'Contact, not blame.',
      counter: true,
    },
    {
      text: 'There are capitals where peace is considered a lost contract.',
      note: 'Who is meant? Without a named referent nearby, leave it and write a memo.',
      counter: true,
    },
  ],
  children: [
    {
      key: 'double-standards',
      name: 'Hypocrisy and double standards',
      color: '#e84e5f',
      shortcut: 'h',
      definition:
        'The United States, alone or at the head of the West, is said to apply a rule to others and not to itself or its friends, or to say one thing and do another.',
      useWhen: 'Two cases, or words and deeds, are set side by side and the difference is the point.',
      avoidWhen: 'One act is condemned as unlawful with no comparison (Illegality of force), or as cruel or foolish (the parent).',
      examples: [
        { text: 'When it is their tanker it is piracy; when it is somebody else’s it is enforcement.' },
        { text: 'The strike on the port violated the Charter.', note: 'No second case is set beside it.', counter: true },
      ],
    },
    {
      key: 'war-profit',
      name: 'Profit from war',
      color: '#e2348d',
      shortcut: 'w',
      definition: 'The United States or its industries are said to gain from the fighting: arms, energy prices, bases, dependence.',
      useWhen: 'A gain is named, in money or in position.',
      avoidWhen: 'Arms deliveries are mentioned as a fact or as a danger and nobody is said to gain by them.',
      examples: [
        { text: 'Every closed day in the strait is an open day on somebody’s exchange across the ocean.' },
        { text: 'New interceptors arrived on Friday.', note: 'A delivery; no gain is claimed.', counter: true },
      ],
    },
    {
      key: 'coercion',
      name: 'Unilateral coercion',
      color: '#e26b1b',
      shortcut: 'c',
      definition:
        'The United States is said to bend others to its will outside common institutions: sanctions, secondary sanctions, threats to ports, banks and insurers, pressure to take sides.',
      useWhen: 'Somebody is pressed, and the pressure is presented as lacking any common mandate.',
      avoidWhen: 'Sanctions appear only as a cost to trade with no blame attached (Energy and trade ties, or nothing).',
      examples: [
        { text: 'They telephone the insurers first and the governments afterwards.' },
        {
          text: 'Because of the restrictions, settlement now takes nine days instead of two.',
          note: 'A cost, soberly reported.',
          counter: true,
        },
      ],
    },
  ],
};
