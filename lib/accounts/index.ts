/** People with accounts on this server, and how an account is made. */
export {
  email,
  longestPassword,
  newPassword,
  registration,
  shortestPassword,
  type Account,
  type Registration,
  type Session,
  type SignedIn,
} from './account';
