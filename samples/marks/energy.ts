import type { StatementMarks } from '../sample-study';

/** Commerce as politics: Gulf balancing without the word, and blame with good manners. */
export const energy: StatementMarks = {
  leyla: [
    ['stability', 'But a truce is a plank across a ditch.'],
    ['escalation', 'If a single escort opens fire in the dark, we are back to March, and with emptier stores than in March.'],
    ['energy', 'But when a man keeps part of his bread in your barn and you keep part of your oil in his, each of you sleeps with one ear for the other’s dog.'],
    ['reassurance', 'It cannot reach the opposite shore and it will not be moved to where it could. I left the technical parameters with my colleagues, with permission to have them checked by whomever they trust.'],
    ['coercion', 'Since July a Gulf bank that clears a payment for Varengian wheat can lose its correspondent account in New York by return of post.'],
    ['double-standards', 'I only note that the same officials who explained to our customers that dependence on one supplier is dangerous now explain to them that dependence on one supplier is friendship.'],
    ['energy', 'In all the months of the war no member left the agreement, and nobody used his spare barrels as a weapon against another.'],
    ['equidistance', 'We have several, and nobody who rings us on one of them is asked whether he minds the others.'],
    ['status', 'A large country does not live by either-or.'],
  ],
  marek: [
    ['escalation', 'If a single escort opens fire in the dark, we are back to March'],
    ['energy', 'when a man keeps part of his bread in your barn and you keep part of your oil in his'],
    ['reassurance', 'It cannot reach the opposite shore and it will not be moved to where it could.'],
    ['coercion', 'It is an odd free market in which one merchant licenses the others.'],
    ['anti-us', 'I have something against competition by decree'],
    ['war-profit', 'Some people have had a good war.', 'The question before it is about American gas, so the referent is settled.'],
    ['status', 'A large country does not live by either-or.'],
  ],
  sofia: [
    ['stability', 'But a truce is a plank across a ditch. One walks over it quickly and one does not dance.'],
    ['escalation', 'If a single escort opens fire in the dark, we are back to March, and with emptier stores than in March.'],
    ['anti-us', 'Since July a Gulf bank that clears a payment for Varengian wheat can lose its correspondent account in New York by return of post. No court has said so and no parliament. It is an odd free market in which one merchant licenses the others.'],
    ['double-standards', 'I only note that the same officials who explained to our customers that dependence on one supplier is dangerous now explain to them that dependence on one supplier is friendship.'],
    [
      'status',
      'That is a question from somebody who has only one telephone. We have several, and nobody who rings us on one of them is asked whether he minds the others. A large country does not live by either-or.',
      'Leyla will say Equidistance. I hear a large country enjoying its size.',
    ],
  ],
};
