import Link from 'next/link';
import { Empty } from '@/components/ui/empty';
import { counted } from '@/components/ui/counted';
import type { Role } from '@/lib/access';
import { BeginProject } from './begin-project';
import classes from './project-cards.module.css';

export type Card = { id: string; title: string; description: string; role: Role; documents: number; members: number };

/** The projects a person is in. */
export function ProjectCards({ projects }: { projects: Card[] }) {
  if (projects.length === 0) return <NoProjects />;
  return (
    <ul className={classes.cards}>
      {projects.map(({ id, title, description, role, documents, members }) => (
        <li key={id} className={classes.card}>
          <h2 dir="auto">
            <Link href={`/projects/${id}`}>{title}</Link>
          </h2>
          {description && (
            <p className={classes.description} dir="auto">
              {description}
            </p>
          )}
          <p className={classes.facts}>
            {counted(documents, 'document')} · {counted(members, 'member')} · you are {role === 'owner' || role === 'adjudicator' ? 'an' : 'a'} {role}
          </p>
        </li>
      ))}
    </ul>
  );
}

function NoProjects() {
  return (
    <Empty title="No projects yet">
      <p>
        A project is one study: its people, documents, one codebook and one history. Begin one here, or open the
        invitation link that a colleague sent you.
      </p>
      <BeginProject />
    </Empty>
  );
}
