'use client';

import { useProject } from '@/components/project/provider';
import { Section } from '@/components/ui/page';
import { can } from '@/lib/access';
import type { Member } from '@/lib/projects';
import { CoderAttributes } from './coder-attributes';
import { Invitations } from './invitations';
import { MemberRow } from './member-row';
import classes from './members.module.css';
import { PlaceholderRow } from './placeholder-row';

/** Everyone who is in the project, who was, and the open invitations, for owners with the means to change it. */
export function Members({ mail }: { mail: boolean }) {
  const { members, viewerId, project } = useProject();
  const manages = can(members.get(viewerId)?.role ?? 'viewer', 'members:manage', project);
  const all = [...members.values()].sort((a, b) => a.shade - b.shade);
  const former = all.filter(({ removed }) => removed);
  return (
    <>
      <List members={all.filter(({ removed }) => !removed)} manages={manages} />
      {manages ? <CoderAttributes /> : null}
      {manages ? <Invitations mail={mail} /> : null}
      {former.length > 0 ? (
        <Section title="Former members" lead="Their codings stay under their names.">
          <List members={former} manages={manages} />
        </Section>
      ) : null}
    </>
  );
}

function List({ members, manages }: { members: Member[]; manages: boolean }) {
  return (
    <ul className={classes.list}>
      {members.map((member) =>
        member.placeholder ? (
          <PlaceholderRow key={member.id} member={member} manages={manages && !member.removed} />
        ) : (
          <MemberRow key={member.id} member={member} manages={manages} />
        ),
      )}
    </ul>
  );
}
