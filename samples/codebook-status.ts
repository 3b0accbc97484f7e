import type { SampleCode } from './sample-code';

/** Rank: how the speakers say their own state stands in the world. */
export const status: SampleCode = {
  key: 'status',
  name: 'Great-power status',
  color: '#6952db',
  shortcut: 'g',
  definition:
    'The passage claims, displays or assumes high rank for Varengia: a state with special rights, special duties or special weight, without which great questions are not settled.',
  useWhen:
    'Rank is asserted ("a permanent member", "a power of our size"), enacted (being consulted, being waited for) or defended against a slight.',
  avoidWhen:
    'Varengia merely acts or is merely mentioned. Where the words describe the go-between at work, use Mediator role alone; where a separate clause gives rank as the reason why it may mediate, put the parent on that clause only.',
  examples: [
    { text: 'No map of this region has ever been drawn well without us at the table.' },
    {
      text: 'The Minister received the ambassador and discussed the situation.',
      note: 'Diplomacy happens; no rank is claimed.',
      counter: true,
    },
  ],
  children: [
    {
      key: 'mediator',
      name: 'Mediator role',
      color: '#5283e0',
      shortcut: 'm',
      definition:
        'Varengia offers, performs or is credited with the service of a go-between: hosting, carrying messages, guaranteeing, keeping a channel open.',
      useWhen:
        'There is a service and somebody to serve. Contacts with both belligerents count when they are presented as useful to a settlement.',
      avoidWhen:
        'Talks are demanded of others and nothing is offered (Return to diplomacy). Good relations with everyone are reported with no use made of them (Equidistance).',
      examples: [
        { text: 'Both delegations slept under our roof, and both accepted our draft as the basis.' },
        {
          text: 'The parties must sit down before the month is out.',
          note: 'A demand on others: Return to diplomacy.',
          counter: true,
        },
      ],
    },
    {
      key: 'multipolar',
      name: 'Multipolar order',
      color: '#a672dc',
      shortcut: 'p',
      definition:
        'The passage describes or prescribes a world of several centres of power, equal in right, as fact, as trend or as aim.',
      useWhen:
        'The claim is about how the world is arranged. Test: strike out every mention of the United States; if a claim about order is left standing, this code applies.',
      avoidWhen:
        'Only an accusation is left, or nothing is (Anti-US narrative). Use both codes only where the sentence would keep one claim after losing the other. Praise of regional organisations as such is not enough.',
      examples: [
        { text: 'The age in which one capital kept the keys for everybody is over, and nobody need mourn it.' },
        {
          text: 'Washington simply cannot get used to being refused.',
          note: 'Strike out Washington and nothing is left: Anti-US narrative.',
          counter: true,
        },
      ],
    },
    {
      key: 'experience',
      name: 'Historical experience',
      color: '#9d41ab',
      shortcut: 'x',
      definition:
        'Varengia’s own past (its wars, losses, treaties, long acquaintance with the region) is given as the ground for its right to speak now.',
      useWhen: 'A past is named and an authority is drawn from it in the same passage.',
      avoidWhen:
        'History is told as ornament or as a lesson for others and no authority of the speaker hangs on it. Expect few passages: this code is meant to be rare.',
      examples: [
        { text: 'We who buried a third of our merchant sailors know what a mined channel is.' },
        { text: 'History teaches that wars are easier to begin than to end.', counter: true, note: 'Nobody’s history in particular.' },
      ],
    },
  ],
};
