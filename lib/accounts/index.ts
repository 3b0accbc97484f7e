/** People with accounts on this server, their passwords, and how an account is made. */
export { email, newPassword, registration, type Account, type Registration } from './account';
export { longestPassword, shortestPassword } from './password';
