import type { StatementMarks } from '../sample-study';

/** The calm case: all three see the same claims and draw different borders around them. */
export const briefing: StatementMarks = {
  leyla: [
    [
      'illegality',
      'A strike upon the civilian port of a sovereign state, without a decision of the Security Council and without an armed attack to answer, is a violation of the Charter of the United Nations, and no adjective will make it anything else.',
    ],
    ['escalation', 'Today the exchange of fire is between two states; a single drifting mine would make it an affair of twenty.'],
    [
      'diplomacy',
      'We call upon both sides to cease fire without preconditions and to return to the Orun Commission, whose work was interrupted in January with the text nine-tenths agreed.',
    ],
    [
      'double-standards',
      'When a neighbour of theirs is shelled they understand nothing and convene the Council before breakfast. Here they understand everything before the smoke has cleared.',
      'Two cases side by side, so the child and not the parent. "They" is Washington, named in the sentence before.',
    ],
    [
      'anti-us',
      'A state that hands over the map, fills the tank and then deplores the casualties is not an observer.',
      'Never named in this answer, but the question names the United States and she does not decline the premise. I count that as "a sentence nearby".',
    ],
    [
      'reassurance',
      'Our partnership with Kaldira is directed against nobody on the opposite shore, and no Varengian vessel, adviser or system will be used in a way that threatens any Gulf state.',
    ],
    [
      'status',
      'Varengia is a permanent member of the Security Council and a guarantor of the Orun Convention, and on both grounds it has duties in this matter which it did not choose and will not lay down.',
    ],
    [
      'mediator',
      'If both sides find it useful, the house on Linden Embankment is heated and the interpreters have been told not to take leave.',
      'Rank in the sentence before, service in this one. I split them as the codebook asks; I expect Sofia to keep them together.',
    ],
    ['status', 'Ask yourself a practical question: is there one draft, one corridor, one exchange of prisoners in that region which is being discussed without us?'],
  ],
  marek: [
    ['illegality', 'is a violation of the Charter of the United Nations'],
    ['anti-us', '“Preventive” is an adjective.', '"Preventive" is an American doctrine before it is a Tesmarian excuse. The jab goes over the ocean.'],
    ['escalation', 'a single drifting mine would make it an affair of twenty'],
    ['diplomacy', 'to cease fire without preconditions and to return to the Orun Commission'],
    ['anti-us', 'nobody in Washington has found the time to read it, although they found the time to announce within the hour that they “understood” the strike'],
    ['double-standards', 'Here they understand everything before the smoke has cleared.'],
    ['anti-us', 'The aircraft were refuelled by somebody. The satellite pictures were taken by somebody. A state that hands over the map, fills the tank and then deplores the casualties is not an observer.'],
    ['reassurance', 'no Varengian vessel, adviser or system will be used in a way that threatens any Gulf state'],
    ['status', 'Varengia is a permanent member of the Security Council and a guarantor of the Orun Convention'],
    ['mediator', 'the house on Linden Embankment is heated and the interpreters have been told not to take leave'],
    ['status', 'is there one draft, one corridor, one exchange of prisoners in that region which is being discussed without us?'],
  ],
  sofia: [
    [
      'illegality',
      'A strike upon the civilian port of a sovereign state, without a decision of the Security Council and without an armed attack to answer, is a violation of the Charter of the United Nations, and no adjective will make it anything else. “Preventive” is an adjective.',
    ],
    [
      'escalation',
      'Today the exchange of fire is between two states; a single drifting mine would make it an affair of twenty. Those who believe that they are conducting a limited operation should remember that the sea does not read operational orders.',
    ],
    [
      'diplomacy',
      'We call upon both sides to cease fire without preconditions and to return to the Orun Commission, whose work was interrupted in January with the text nine-tenths agreed.',
    ],
    [
      'anti-us',
      'nobody in Washington has found the time to read it, although they found the time to announce within the hour that they “understood” the strike. When a neighbour of theirs is shelled they understand nothing and convene the Council before breakfast.',
    ],
    [
      'status',
      'Varengia is a permanent member of the Security Council and a guarantor of the Orun Convention, and on both grounds it has duties in this matter which it did not choose and will not lay down. If both sides find it useful, the house on Linden Embankment is heated and the interpreters have been told not to take leave.',
      'The warm house is how rank looks when it is being modest. One claim, one coding.',
    ],
    ['status', 'Ask yourself a practical question: is there one draft, one corridor, one exchange of prisoners in that region which is being discussed without us?'],
  ],
};
