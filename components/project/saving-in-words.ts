import type { Saving } from './client';

/** How saving stands, in a word or two, and what that means for whoever looks. */
export function savingInWords({ state, unsaved }: Saving): { words: string; meaning: string } {
  switch (state) {
    case 'saved':
      return { words: 'Saved', meaning: 'Everything you did is on the server.' };
    case 'saving':
      return {
        words: unsaved > 1 ? `Saving ${unsaved}` : 'Saving',
        meaning: 'Your changes are on their way to the server.',
      };
    case 'waiting':
      return {
        words: `Waiting, ${unsaved} unsaved`,
        meaning:
          'A large change, such as an import, is under way in this project. Your changes are kept in this browser and saved as soon as it is done.',
      };
    case 'offline':
      return {
        words: `Offline, ${unsaved} unsaved`,
        meaning:
          'The server is out of reach. Your changes are kept in this browser and sent as soon as it answers, also if you close this page and open it again later.',
      };
    case 'signed-out':
      return {
        words: unsaved > 0 ? `Signed out, ${unsaved} unsaved` : 'Signed out',
        meaning:
          'Sign in again in another tab, then come back to this page. Your changes are kept in this browser until then.',
      };
  }
}
