import { Refusal } from '@/lib/errors';

/** What is said of an archive file that is not as it was written: where in it, and what the fault is. */
export function refuse(where: string, fault: string): never {
  throw new Refusal('unreadable', `This archive cannot be read. In ${where}: ${fault.replace(/\.$/, '')}.`);
}
