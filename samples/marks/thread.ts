import type { StatementMarks } from '../sample-study';

/** The hot case: nearly every post is about the United States, and almost none of it names them. */
export const thread: StatementMarks = {
  leyla: [
    ['anti-us', 'In that capital across the ocean they have a remarkable calendar: every day in it lasts ten years, and all of them are paid for by somebody else.'],
    ['war-profit', 'And the liquefied gas that is supposed to replace what no longer passes through Orun? Guess whose flag is on the tankers 🇺🇸. This is not a war. This is a sales conference with casualties.'],
    ['coercion', 'No resolution of the UN, no court, not even a letter with a stamp: a phone call to the insurer, and good night.'],
    ['escalation', 'Because if one idiot with a mine meets one idiot with a torpedo, then Friday’s thread will be the last, and not for want of subscribers ☢️.'],
    ['mediator', 'And because there is exactly one house in the world to which both sides can drive without losing face.'],
    [
      'multipolar',
      'A world with many doors is draughty and noisy, but nobody can lock it from outside 🚪🚪🚪.',
      'Passes the test: take the United States out of the post and a picture of the world remains.',
    ],
    [
      'gulf',
      'Even the Gulf, with all those bases in its sand, has begun to look at its watch when the lecture starts.',
      'Hesitated. Said to a home audience, so it courts nobody; yet it claims the Gulf for the new order. Parent, weakly.',
    ],
  ],
  marek: [
    ['anti-us', 'In that capital across the ocean they have a remarkable calendar: every day in it lasts ten years, and all of them are paid for by somebody else.'],
    ['war-profit', 'Guess whose flag is on the tankers 🇺🇸. This is not a war. This is a sales conference with casualties.'],
    ['anti-us', 'This is a sales conference with casualties.'],
    ['coercion', 'a phone call to the insurer, and good night'],
    ['anti-us', 'Those who fly under somebody else’s sky should ask who owns the parachute.'],
    ['escalation', 'if one idiot with a mine meets one idiot with a torpedo, then Friday’s thread will be the last'],
    ['mediator', 'there is exactly one house in the world to which both sides can drive without losing face'],
    ['anti-us', 'What burned down in Belisar is not a port, it is a habit: the habit of asking one address for permission to live.'],
  ],
  sofia: [
    ['anti-us', 'In that capital across the ocean they have a remarkable calendar: every day in it lasts ten years, and all of them are paid for by somebody else.'],
    [
      'war-profit',
      'Let us count, since nobody over there will. One interceptor: two million. Interceptors fired since the 6th: over four hundred. Shares of the firm that makes them: plus 31 per cent. And the liquefied gas that is supposed to replace what no longer passes through Orun? Guess whose flag is on the tankers 🇺🇸. This is not a war. This is a sales conference with casualties.',
    ],
    ['anti-us', 'No resolution of the UN, no court, not even a letter with a stamp: a phone call to the insurer, and good night. Those who fly under somebody else’s sky should ask who owns the parachute.'],
    ['escalation', 'Because if one idiot with a mine meets one idiot with a torpedo, then Friday’s thread will be the last, and not for want of subscribers ☢️.'],
    ['status', 'And because there is exactly one house in the world to which both sides can drive without losing face.'],
    ['multipolar', 'Delhi no longer asks. Brasília no longer asks. Even the Gulf, with all those bases in its sand, has begun to look at its watch when the lecture starts. A world with many doors is draughty and noisy, but nobody can lock it from outside 🚪🚪🚪.'],
  ],
};
