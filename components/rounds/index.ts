/** The rounds page: what is open and closed, how far each has come, and opening and closing them. */
export { Rounds } from './rounds';
export { OpenRound } from './open-round';
export { ReminderBar } from './reminder-bar';
