/** The one door: every kind of change, the pure fold of a project's log, and each person's undo history. */
export {
  apply,
  isKind,
  kindNames,
  kindOf,
  kinds,
  type AnyKind,
  type AskedBody,
  type AskedChange,
  type KindName,
  type WorkspaceState,
} from './kinds';
export { emptyHistory, forUndo, inverseOf, passOver, remember, type History, type Step } from './history';
export { rivalOf, rivalSentence, touchesOf, type Rival } from './rival';
export { stateOf, type StateData } from './state';
