/** How many days what was deleted (a document, a code, a whole project) can be brought back. Then it is removed for good. */
export const keptDays = 30;
