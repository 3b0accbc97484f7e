import type { StatementMarks } from '../sample-study';

/** Rank in a good mood. One analyst has begun and not finished: silence here is not yet a "no". */
export const forum: StatementMarks = {
  leyla: [
    ['multipolar', 'They came because the world has become larger than the old club that used to speak for it.'],
    ['multipolar', 'Decisions now ripen in many places at once, and a decision that has not ripened in all of them falls from the tree.'],
    ['status', 'Varengia’s place in this world is not handed to it by anyone and cannot be taken from it by anyone. It follows from our size, our science, our seat in the Security Council and, I would say first of all, from our character. We are a country to which others come when the matter is serious.'],
    [
      'escalation',
      'Every week of this war brings closer the day when somebody mistakes a fishing boat for a missile boat, and on that day the question of whose oil was dear will interest no one.',
    ],
    [
      'status',
      'When two states carry a special responsibility for the peace of the planet they must talk even when they do not like what they hear, and especially then. It would be strange if the fate of the Strait were decided without either of us, and it would be stranger still if it were decided by only one.',
      'Rank by way of the United States, with respect and without blame. A useful counter-example for Anti-US.',
    ],
    ['reassurance', 'That it is a friendship and not a conspiracy. They know it.'],
    ['energy', 'We are building a railway with one of them, a port with another and a petrochemical plant with a third, and you do not pour concrete in the garden of a man whom you intend to betray.'],
    ['mediator', 'We can bring them to one table, we can keep the room warm and the door shut, and we can sign as guarantor under what they agree.'],
    ['experience', 'The ceasefire of 1974 was written upstairs in this very building, and it held for nineteen years.'],
  ],
  marek: [
    ['anti-us', 'Some were advised by telephone, and some, I am sorry to say, through their banks.'],
    ['anti-us', 'I leave it to historians to add up how many of the bombs had already been paid for when the first speech about restraint was delivered.'],
    ['status', 'We are a country to which others come when the matter is serious.'],
  ],
  sofia: [
    ['multipolar', 'They came because the world has become larger than the old club that used to speak for it.'],
    ['multipolar', 'But you cannot run a house of eight billion people from one drawing room. Decisions now ripen in many places at once, and a decision that has not ripened in all of them falls from the tree.'],
    [
      'status',
      'Varengia’s place in this world is not handed to it by anyone and cannot be taken from it by anyone. It follows from our size, our science, our seat in the Security Council and, I would say first of all, from our character. We are a country to which others come when the matter is serious.',
    ],
    ['escalation', 'Every week of this war brings closer the day when somebody mistakes a fishing boat for a missile boat'],
    ['status', 'When two states carry a special responsibility for the peace of the planet they must talk even when they do not like what they hear, and especially then. It would be strange if the fate of the Strait were decided without either of us, and it would be stranger still if it were decided by only one.'],
    ['mediator', 'We can bring them to one table, we can keep the room warm and the door shut, and we can sign as guarantor under what they agree. We have done it before in those parts, in my grandfather’s time and in my own.'],
  ],
};
