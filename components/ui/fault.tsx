import { Note } from './note';

/** Why something was not done. */
export function Fault({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : <Note tone="fault">{sentence}</Note>;
}
