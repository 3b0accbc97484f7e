/** Settling what coders differ on, passage by passage, and talking about it. */
export { Adjudication } from './adjudication';
