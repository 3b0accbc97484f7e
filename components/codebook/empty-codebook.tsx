import { Title } from '@mantine/core';
import { AddCode } from './add-code';
import classes from './codebook.module.css';

export function EmptyCodebook({ mayEdit }: { mayEdit: boolean }) {
  return (
    <section className={classes.empty}>
      <Title order={2} size="h4">
        No codes yet
      </Title>
      {mayEdit ? (
        <>
          <p>
            A code names something that statements do: a claim, a frame, an accusation. Add the first one; its definition, rules
            and examples come next, and codes can be nested under each other.
          </p>
          <AddCode parentId={null} label="Name of the first code" onAdded={() => {}} />
        </>
      ) : (
        <p>The people who edit the codebook have not added a code. As soon as they do, it appears here.</p>
      )}
    </section>
  );
}
