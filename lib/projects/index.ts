/** A project, the people in it and the invitations to it. */
export {
  coderAttributeTypes,
  invitationDays,
  invitationLink,
  passwordLinkHours,
  type CoderAttribute,
  type CoderAttributeType,
  type Invitation,
  type Member,
  type PasswordLinkNotice,
  type Project,
  type ProjectState,
} from './project';
export { passwordLinkChanges, projectChanges } from './changes';
