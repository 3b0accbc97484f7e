import type { SampleCode } from './sample-code';

/** Order, war and law: what the speakers say is at stake when force is used. */
export const stability: SampleCode = {
  key: 'stability',
  name: 'Stability',
  color: '#0a8b4f',
  shortcut: 's',
  definition:
    'The passage treats a settled, predictable state of affairs in the region or the world as a good in itself, and says that it is present, threatened, lost or to be restored.',
  useWhen:
    'Order, security, predictability, calm or the safety of navigation is named as the thing at stake. Use the parent when the claim is general, or when two of the children apply to the same words and neither leads.',
  avoidWhen:
    'The word is only part of a name or a greeting ("the Conference on Stability"), or the stability meant is economic and domestic (prices, harvests, the budget). Do not add the parent to words that already carry one of its children.',
  examples: [
    {
      text: 'A strait that ships are afraid to enter is already half closed.',
      note: 'Order is the thing lost; nobody is accused and no next step is proposed.',
    },
    {
      text: 'We have kept inflation stable for six consecutive quarters.',
      note: 'Domestic and economic: not this code.',
      counter: true,
    },
  ],
  children: [
    {
      key: 'escalation',
      name: 'Escalation danger',
      color: '#51a348',
      shortcut: 'e',
      definition:
        'The passage warns that the fighting may spread, intensify or pass out of control: to further states, further weapons, or beyond what those who began it intend.',
      useWhen:
        'There is a direction of travel from now to worse. Conditionals ("if the strikes continue"), images of fire and flood, and counts of days or rungs all qualify.',
      avoidWhen:
        'Past damage is described and no further danger is drawn from it (use Stability or nothing). A threat by the speaker to escalate is not a warning of escalation: leave it uncoded and write a memo.',
      examples: [
        { text: 'Whoever lights a fire in a harbour does not choose which ships it will reach.' },
        {
          text: 'Fourteen dock workers were killed on the first night.',
          note: 'Grave, but it looks back; nothing is said about what comes next.',
          counter: true,
        },
      ],
    },
    {
      key: 'diplomacy',
      name: 'Return to diplomacy',
      color: '#079a94',
      shortcut: 'd',
      definition:
        'The passage calls for, welcomes or describes a way back from fighting to talks: a ceasefire, negotiations, a revived agreement, a resolution.',
      useWhen:
        'The parties, or the world at large, are told to talk. It does not matter who should host or who is to blame.',
      avoidWhen:
        'The speaker offers to carry, host or broker: that is Mediator role. Where one sentence demands talks and another offers the table, code each with its own.',
      examples: [
        { text: 'There is no military answer to the question of who may sail where.' },
        {
          text: 'Our delegation will keep the line between the two capitals open.',
          note: 'The offer of a service by the speaker: Mediator role.',
          counter: true,
        },
      ],
    },
    {
      key: 'illegality',
      name: 'Illegality of force',
      color: '#0f84ab',
      shortcut: 'l',
      definition:
        'The passage says that a use of force breaks law: the UN Charter, sovereignty, the rules of war, freedom of navigation as a legal right.',
      useWhen:
        'A legal standard is named or plainly meant and an act is measured against it, whoever the actor is.',
      avoidWhen:
        'The complaint is that the standard is applied to some and not to others: that is Hypocrisy and double standards. Where both are in one sentence (the act was unlawful, and you are silent about it) use both.',
      examples: [
        { text: 'Article 51 speaks of an armed attack, not of an armed suspicion.' },
        {
          text: 'The strikes were a mistake and everyone in the room knows it.',
          note: 'Unwise is not yet unlawful.',
          counter: true,
        },
      ],
    },
  ],
};
