/** How a project comes in from a file: what people look at, what they decide, and what the log says of it. */
export {
  importChanges,
  type ImportChoices,
  type ImportCounts,
  type ImportWithdrawn,
  type ProjectImported,
} from './changes';
export type { Preview } from './preview';
