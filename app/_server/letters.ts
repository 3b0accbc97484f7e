import 'server-only';
import { invitationDays } from '@/lib/projects';
import type { Letter } from './mail';

type Invited = { to: string; link: string; project: string; invitedBy: string; role: string };

/** What is written to somebody who is invited. The link is all they need; the rest says what it is. */
export function invitationLetter({ to, link, project, invitedBy, role }: Invited): Letter {
  return {
    to,
    subject: `${invitedBy} invites you to “${project}”`,
    text: [
      `${invitedBy} invites you to take part in “${project}” in Concord, as ${role}.`,
      `Open this link to join. It works once, within ${invitationDays} days:`,
      link,
      'If this means nothing to you, you need not do anything.',
    ].join('\n\n'),
  };
}

type Waited = { to: string; name: string; link: string; project: string; round: string };

/** What is written to a coder who is reminded: nothing of what others did, or have not done. */
export function reminderLetter({ to, name, link, project, round }: Waited): Letter {
  return {
    to,
    subject: `A reminder: ${round}`,
    text: [
      `Dear ${name},`,
      `In the round “${round}” of “${project}” there are documents that you have not finished yet. Please code them and mark them as finished when you can.`,
      link,
    ].join('\n\n'),
  };
}

/** The address of a page of this server, as people type it. */
export function addressOf(path: string): string {
  return new URL(path, process.env.NEXTAUTH_URL).href;
}
