/** A project, the people in it and the invitations to it. */
export { invitationDays, invitationLink, type Invitation, type Member, type Project, type ProjectState } from './project';
export { projectChanges } from './changes';
