import 'server-only';
import { createTransport } from 'nodemailer';
import { report } from './report';

export type Letter = { to: string; subject: string; text: string };

/** Whether whoever runs this server let it send mail. Where not, nothing of it is offered. */
export function mailIsSet(): boolean {
  return Boolean(process.env.SMTP_URL && process.env.MAIL_FROM);
}

/** Hands a letter to the mail server. Null when it took the letter, otherwise a sentence about what kept it from that. */
export async function sendLetter({ to, subject, text }: Letter): Promise<string | null> {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ url: process.env.SMTP_URL, ...patience });
  try {
    // What people call their projects and themselves goes into the subject: on one line, and of a length that is shown.
    const line = subject.replaceAll(/\s+/g, ' ').trim().slice(0, 180);
    await transport.sendMail({ from: process.env.MAIL_FROM, to: { name: '', address: to }, subject: line, text });
    return null;
  } catch (error) {
    report('A letter could not be sent', error);
    return sentenceFor(error);
  } finally {
    transport.close();
  }
}

function sentenceFor(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE') return 'The mail server does not take mail for this address. Please check it.';
  if (code === 'EAUTH') return 'The mail server did not let Concord in. Whoever runs this server can look at SMTP_URL.';
  if (responseCode && responseCode >= 500) return 'The mail server refused the letter.';
  return 'The mail server cannot be reached just now.';
}
