/** A project, the people in it, the invitations to it and the tokens of their scripts. */
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
export { mostTokens, newToken, tokenDays, tokenPrefix, tokenSecret, type NewToken, type Token } from './token';
export { passwordLinkChanges, projectChanges } from './changes';
