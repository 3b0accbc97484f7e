import type { StatementMarks } from '../sample-study';

/** The borderline case: blame, order and rank run through single sentences. */
export const opEd: StatementMarks = {
  leyla: [
    ['experience', 'It has been shelled by five navies and repaired by us after each of them.'],
    ['stability', 'A shipping lane is an agreement before it is a piece of water.'],
    ['stability', 'That belief took a century to build and eleven nights to damage. It will not be restored by escorts. A convoy is a confession that confidence has gone.'],
    ['escalation', 'If the destruction of a port may be justified by what might one day be loaded there, then there is no port on earth which may not be destroyed.'],
    [
      'anti-us',
      'The United States has in our time withdrawn from the Orun Convention, armed one of its signatories and fined the banks of the other; having removed three legs of the stool, it now expresses concern about the furniture.',
    ],
    [
      'double-standards',
      'having removed three legs of the stool, it now expresses concern about the furniture',
      'Words against deeds inside a sentence that already has the parent. I code the clause as well because the parent covers three different wrongs.',
    ],
    [
      'multipolar',
      'there are now a dozen states and unions whose consent is needed for anything important, and none of them can be ordered to give it',
    ],
    ['status', 'in such a world a power is great by what it can help to settle and not by what it can prevent'],
    ['diplomacy', 'A ceasefire, verified by the Commission. A conference of the littoral states, with no outside power in the chair, ourselves included.'],
    ['gulf', 'You have been invited to choose. You have been told that a friend of Kaldira cannot be a friend of yours.'],
    ['equidistance', 'we have never asked you with whom you dined the evening before'],
    ['energy', 'We have traded with you, drilled with you and disagreed with you about quotas for half a century'],
  ],
  marek: [
    ['stability', 'an agreement before it is a piece of water'],
    ['stability', 'A convoy is a confession that confidence has gone.'],
    ['stability', 'That belief took a century to build and eleven nights to damage.'],
    ['escalation', 'there is no port on earth which may not be destroyed'],
    [
      'anti-us',
      'The United States has in our time withdrawn from the Orun Convention, armed one of its signatories and fined the banks of the other; having removed three legs of the stool, it now expresses concern about the furniture.',
    ],
    [
      'anti-us',
      'It is against the idea, older than any present administration, that one country can be at once a party, the judge and the bailiff.',
      'He says "not against Americans" and then says it. The disclaimer is part of the genre.',
    ],
    ['status', 'in such a world a power is great by what it can help to settle and not by what it can prevent'],
    ['diplomacy', 'A ceasefire, verified by the Commission.'],
    ['gulf', 'You have been told that a friend of Kaldira cannot be a friend of yours.'],
    ['anti-us', 'a guarantee that one of the five may tear up on a Thursday is not a guarantee'],
  ],
  sofia: [
    ['status', 'It has been shelled by five navies and repaired by us after each of them.'],
    ['stability', 'A shipping lane is an agreement before it is a piece of water. Forty thousand vessels a year pass through Orun because their masters believe that tomorrow will resemble yesterday.'],
    ['stability', 'That belief took a century to build and eleven nights to damage. It will not be restored by escorts. A convoy is a confession that confidence has gone.'],
    ['escalation', 'Nor will the damage stay where it is. If the destruction of a port may be justified by what might one day be loaded there, then there is no port on earth which may not be destroyed.'],
    [
      'double-standards',
      'In Washington they like to say that they do not seek conflict in the Strait. I believe them. One need not seek what one delivers. The United States has in our time withdrawn from the Orun Convention, armed one of its signatories and fined the banks of the other; having removed three legs of the stool, it now expresses concern about the furniture.',
    ],
    [
      'multipolar',
      'It is against the idea, older than any present administration, that one country can be at once a party, the judge and the bailiff. That idea is tired.',
      'Strike out the United States and a claim about order stands: nobody may be party and judge. Marek reads the same line as blame. Take to the meeting.',
    ],
    ['multipolar', 'It is a plain fact of arithmetic: there are now a dozen states and unions whose consent is needed for anything important, and none of them can be ordered to give it.'],
    ['status', 'But it was among the first to draw the conclusion from it, and it draws it still: in such a world a power is great by what it can help to settle and not by what it can prevent.'],
    ['diplomacy', 'We therefore propose three steps. A ceasefire, verified by the Commission. A conference of the littoral states, with no outside power in the chair, ourselves included.'],
  ],
};
