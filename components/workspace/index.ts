/** The workspace: one document on the desk, with the list of documents, the codebook and the passage beside it. */
export { Workspace } from './workspace';
