import type { StatementMarks } from '../sample-study';

/** Negotiated prose: every sentence has several authors, and the codes must be read off the compromise. */
export const communique: StatementMarks = {
  leyla: [
    ['stability', 'Recalled that the freedom and safety of navigation through the Strait of Orun is the common interest of all states'],
    ['escalation', 'Expressed grave concern at the risk that hostilities may extend to the southern approaches of the Strait and to the energy installations and desalination plants on its shores'],
    ['illegality', 'the inadmissibility of the threat or use of force'],
    ['diplomacy', 'Called upon the parties to the conflict to agree to an immediate and unconditional ceasefire and to resume negotiations within the framework of the Orun Commission without delay.'],
    ['mediator', 'Took note with appreciation of the efforts of Varengia and of the good offices of two of the participating Gulf states, which have made possible three exchanges of detained seafarers'],
    [
      'reassurance',
      'The Varengian side stated that its relations with third states in the region are not directed against the security of any participant. The Gulf side took note of this statement.',
      '"Took note" is the coldest verb in the text. Reassurance offered, not accepted: worth a sentence in the paper.',
    ],
    ['stability', 'arrangements imposed from outside, or requiring any state to choose between its partners, do not contribute to lasting stability'],
    ['energy', 'Expressed satisfaction at the growth of trade between the participants, agreed to establish a working group on alternative land and sea corridors'],
    ['multipolar', 'Welcomed the emergence of a more just and representative international system'],
  ],
  marek: [
    ['stability', 'the freedom and safety of navigation through the Strait of Orun is the common interest of all states'],
    ['escalation', 'the risk that hostilities may extend to the southern approaches of the Strait'],
    ['anti-us', 'these principles admit of no selective application', 'A Gulf signature under this is why it is put so softly. We all know whose selections are meant.'],
    ['diplomacy', 'to agree to an immediate and unconditional ceasefire and to resume negotiations'],
    ['mediator', 'the efforts of Varengia and of the good offices of two of the participating Gulf states, which have made possible three exchanges of detained seafarers'],
    ['anti-us', 'arrangements imposed from outside, or requiring any state to choose between its partners'],
    ['energy', 'confirmed their shared interest in predictable energy markets'],
    ['multipolar', 'a more just and representative international system'],
  ],
  sofia: [
    ['stability', 'Recalled that the freedom and safety of navigation through the Strait of Orun is the common interest of all states, and that its interruption since 6 March has caused harm far beyond the region, in particular to countries that import their food.'],
    [
      'escalation',
      'Expressed grave concern at the risk that hostilities may extend to the southern approaches of the Strait and to the energy installations and desalination plants on its shores, and underlined that any attack upon such installations, by whomever committed, would have consequences that could not be contained.',
    ],
    ['illegality', 'respect for sovereignty and territorial integrity and the inadmissibility of the threat or use of force'],
    ['diplomacy', 'Called upon the parties to the conflict to agree to an immediate and unconditional ceasefire and to resume negotiations within the framework of the Orun Commission without delay.'],
    ['mediator', 'Took note with appreciation of the efforts of Varengia and of the good offices of two of the participating Gulf states'],
    ['stability', 'Emphasised that the states of the region bear the primary responsibility for its security, and that arrangements imposed from outside, or requiring any state to choose between its partners, do not contribute to lasting stability.'],
  ],
};
