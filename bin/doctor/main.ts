import { db } from '@/lib/db';
import { examineAll } from '@/lib/doctor/store';

/** A line per project, the faults beneath it, and a verdict. Titles are shown, texts never. */
let [projects, changes, ill] = [0, 0, 0];
for await (const report of examineAll()) {
  projects++;
  changes += report.changes;
  if (report.faults.length > 0) ill++;
  console.log(`${report.faults.length > 0 ? 'NOT SOUND' : 'sound    '}  ${report.projectId}  ${report.changes} changes  ${report.title}`);
  for (const fault of report.faults) console.log(`             ${fault}`);
}
const checked = `${projects} projects with ${changes} changes: rows, log, texts and quotes compared.`;
console.log(ill === 0 ? `${checked} Everything agrees.` : `${checked} ${ill} of them are not sound. Keep a copy of the database, then restore the newest sound backup.`);
await db().$disconnect();
process.exitCode = ill === 0 ? 0 : 1;
