/** Who may do what (`can`) and who may see whose codings (`maySee`): two pure questions that everything asks. */
export { roles, roleSentences, type Role } from './roles';
export { can, permissions, type Permission, type ProjectSettings } from './permissions';
export { inScope, tokenScopes, type TokenScope } from './token-scopes';
export { maySee, sealOfMarks, type Seal, type Subject } from './seal';
