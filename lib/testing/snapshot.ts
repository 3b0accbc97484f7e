import * as doctor from '@/lib/doctor/store';
import type { StateData, WorkspaceState } from '@/lib/door';
import type { Membership } from '@/lib/projects/store';

export { comparable } from '@/lib/doctor/comparable';

/** The project as the database holds it and this member may see it, codings included. */
export async function fromDatabase(by: Membership): Promise<StateData> {
  return doctor.fromRows(await doctor.eyesOf(by));
}

/** The same, folded from the log alone: what a browser that followed from the beginning would hold. */
export async function fromLog(by: Membership): Promise<WorkspaceState> {
  return doctor.fromLog(await doctor.eyesOf(by));
}
