import { newId } from '@/lib/log';
import { guidOf } from '../guid';

/** The id from the file, as a UUID, where nothing here has it; else a new one. What is given out is taken. */
export function freeId(id: string, used: Set<string>): string {
  const wanted = guidOf(id);
  const given = used.has(wanted) ? newId() : wanted;
  used.add(given);
  return given;
}
