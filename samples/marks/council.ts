import type { StatementMarks } from '../sample-study';

/** Two codes on one passage: law and double standards, history and order, each leaning on the other. */
export const council: StatementMarks = {
  leyla: [
    ['illegality', 'Article 51 protects the state that is attacked. It was not written for the state that is nervous.'],
    [
      'double-standards',
      'If the principle was true in autumn it did not expire over the winter; and if it applies only to the adversaries of Washington, then let us call it by its name, which is not a principle but a preference.',
    ],
    ['escalation', 'Mines do not hold a position in a chain of command.'],
    ['diplomacy', 'It demands an immediate ceasefire. It calls on the parties to resume the work of the Orun Commission within ten days.'],
    [
      'reassurance',
      'The stability of your shore is not for Varengia a bargaining chip in its friendship with the other. It is a condition of that friendship, and Kaldira knows it to be so.',
      'The word "stability" is bait. What is promised is safety to the Gulf capitals; the general order of things is not the subject.',
    ],
    ['experience', 'It lost one citizen in nine so that the Charter could be written at all, and it does not need to be told what the alternative to the Charter looks like; it has the cemeteries.'],
    ['status', 'my country has sat at this table since the table was made'],
    ['multipolar', 'no single state, however powerful, can carry the order of the world upon its own shoulders, and none has been asked to. The order will be shared or it will not be an order.'],
  ],
  marek: [
    ['illegality', 'It was not written for the state that is nervous.'],
    [
      'anti-us',
      'The representative of the United States told us that the rules-based order has been defended. We would be grateful to see the rules.',
    ],
    ['double-standards', 'if it applies only to the adversaries of Washington, then let us call it by its name, which is not a principle but a preference'],
    ['escalation', 'Mines do not hold a position in a chain of command.'],
    ['diplomacy', 'resume the work of the Orun Commission within ten days'],
    ['reassurance', 'The stability of your shore is not for Varengia a bargaining chip in its friendship with the other.'],
    ['status', 'my country has sat at this table since the table was made'],
    [
      'anti-us',
      'no single state, however powerful, can carry the order of the world upon its own shoulders, and none has been asked to',
      'Who else could "however powerful" be? "None has been asked to" is the slap.',
    ],
  ],
  sofia: [
    ['illegality', 'Article 51 protects the state that is attacked. It was not written for the state that is nervous.'],
    [
      'double-standards',
      'In this chamber, last autumn, the same delegation explained for forty minutes that a port is a civilian object, that sovereignty has no exceptions and that whoever doubts it places himself outside the family of nations. We listened. We agreed with much of it. We ask today only for the same forty minutes. If the principle was true in autumn it did not expire over the winter; and if it applies only to the adversaries of Washington, then let us call it by its name, which is not a principle but a preference.',
    ],
    ['escalation', 'Mines do not hold a position in a chain of command. Three navies which have no quarrel with one another are now escorting merchant vessels through a channel eleven miles wide, at night, with their radars lit and their rules of engagement undisclosed.'],
    ['diplomacy', 'It demands an immediate ceasefire. It calls on the parties to resume the work of the Orun Commission within ten days.'],
    ['stability', 'The stability of your shore is not for Varengia a bargaining chip in its friendship with the other.', 'It says stability, it is about stability.'],
    [
      'status',
      'my country has sat at this table since the table was made. It lost one citizen in nine so that the Charter could be written at all, and it does not need to be told what the alternative to the Charter looks like; it has the cemeteries.',
    ],
    [
      'experience',
      'It lost one citizen in nine so that the Charter could be written at all',
      'Inside my own Great-power coding. Parent and child on the same words is against the rule, but the dead and the seat feel like two arguments.',
    ],
    ['multipolar', 'no single state, however powerful, can carry the order of the world upon its own shoulders, and none has been asked to. The order will be shared or it will not be an order.'],
  ],
};
