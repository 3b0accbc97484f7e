import type { SampleCode } from './sample-code';

/** The tightrope: how the speakers stand by Kaldira without losing the Gulf. */
export const gulf: SampleCode = {
  key: 'gulf',
  name: 'Gulf balancing',
  color: '#966b27',
  shortcut: 'b',
  definition:
    'The passage keeps Varengia’s relations with the Gulf states and its partnership with Kaldira in balance: it addresses, flatters, calms or binds the Gulf while the war next door goes on.',
  useWhen:
    'The Gulf states are meant as an audience or as partners whose interests are weighed. Use the parent when the balance itself is spoken of, or when calming and trading are fused in the same words.',
  avoidWhen:
    'The Gulf is only a place ("ships in the Gulf"). Praise of a Gulf state as host of talks is Mediator role if Varengia has a part in it, and otherwise uncoded.',
  examples: [
    { text: 'Our friendship with one shore was never a bill presented to the other.' },
    { text: 'Three vessels were reported adrift in the northern Gulf.', note: 'Geography.', counter: true },
  ],
  children: [
    {
      key: 'reassurance',
      name: 'Reassurance to Gulf capitals',
      color: '#c7852a',
      shortcut: 'r',
      definition: 'Gulf governments are told that their security, sovereignty or interests will not suffer from the war or from Varengia’s friendship with Kaldira.',
      useWhen: 'There is a worry, spoken or implied, and a calming word addressed to it.',
      avoidWhen: 'The calming word is addressed to markets or to shipping in general (Stability).',
      examples: [
        { text: 'Nothing that leaves our ports for Kaldira will ever be pointed across the water.' },
        { text: 'Freight rates will settle by autumn.', note: 'Calms the market, not a capital.', counter: true },
      ],
    },
    {
      key: 'energy',
      name: 'Energy and trade ties',
      color: '#9f8d0e',
      shortcut: 't',
      definition: 'Oil, gas, corridors, ports, investment or payments are presented as a bond between Varengia and the Gulf.',
      useWhen: 'The tie is a reason for restraint, trust or partnership, or is offered as proof of it.',
      avoidWhen: 'Figures are given with no bearing on the relation, or the trade is with Kaldira only.',
      examples: [
        { text: 'We quarrel about quotas as only people do who mean to go on selling together.' },
        { text: 'Our exports to Kaldira rose by a tenth.', note: 'Not the Gulf.', counter: true },
      ],
    },
    {
      key: 'equidistance',
      name: 'Equidistance',
      color: '#72802b',
      shortcut: 'q',
      definition: 'Varengia declares that it takes no side between the shores: good relations with all, alliances against none.',
      useWhen: 'Two or more parties of the region, at least one of them in the Gulf, are named together and treated alike.',
      avoidWhen: 'The evenness is put to use in brokering (Mediator role), or it concerns only the two belligerents.',
      examples: [
        { text: 'We do not choose between neighbours who cannot choose to stop being neighbours.' },
        {
          text: 'We speak to Kaldira in the morning and to Tesmar in the afternoon, and each knows it.',
          note: 'Belligerents only, and put to use: Mediator role.',
          counter: true,
        },
      ],
    },
    {
      key: 'distance',
      name: 'Criticism of Kaldira',
      color: '#87806c',
      shortcut: null,
      definition: 'Varengia blames Kaldira, its own partner, for an act that harms or frightens the Gulf states.',
      useWhen: 'Kaldira is named or plainly meant, and the blame is Varengia’s own rather than quoted from somebody else.',
      avoidWhen: '"All sides" are called upon to show restraint. That is Equidistance or Return to diplomacy.',
      examples: [
        {
          text: 'Our Kaldiran friends should not have laid that field, and we have told them so.',
          note: 'Made up to show what the code would catch. In this corpus nobody says anything of the kind: the silence is a finding.',
        },
      ],
    },
  ],
};
