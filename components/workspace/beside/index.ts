/** An original and its translation side by side. */
export { Beside } from './beside';
export { BesideToggle } from './beside-toggle';
export { goToLike } from './going';
export { usePairing, type Pairing } from './use-pairing';
