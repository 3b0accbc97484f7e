'use client';

import { Select } from '@mantine/core';
import { counted } from '@/components/ui/counted';
import type { Preview } from '@/lib/interchange/importing';
import classes from './importing.module.css';

type Props = Pick<Preview, 'people' | 'members'> & {
  chosen: ReadonlyMap<string, string | null>;
  choose: (chosen: ReadonlyMap<string, string | null>) => void;
};

const placeholder = 'placeholder';

/** Who each person of the file is here. A name that is the same is proposed and can be seen to be; the rest get a placeholder. */
export function PeopleChoice({ people, members, chosen, choose }: Props) {
  return (
    <section aria-labelledby="people">
      <h2 id="people">Who is who</h2>
      <p className={classes.quiet}>
        A placeholder is a name that nobody can sign in as. When the person joins, an owner hands its codings to them on
        the Members page.
      </p>
      <ul className={classes.people}>
        {people.map(({ key, name, codings, suggested }) => (
          <li key={key}>
            <span dir="auto" className={classes.person}>
              {name} <span className={classes.quiet}>{counted(codings, 'coding')}</span>
            </span>
            <Select
              aria-label={`Who ${name} is in this project`}
              description={
                suggested !== null && chosen.get(key) === suggested ? 'Proposed: a member of this very name' : undefined
              }
              inputWrapperOrder={['label', 'input', 'description']}
              data={[
                { value: placeholder, label: `A placeholder “${name}”` },
                ...members.map((member) => ({
                  value: member.id,
                  label: member.placeholder ? `${member.name} (placeholder)` : member.name,
                })),
              ]}
              searchable={members.length > 8}
              value={chosen.get(key) ?? placeholder}
              allowDeselect={false}
              onChange={(value) => choose(new Map(chosen).set(key, value === placeholder ? null : value))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
