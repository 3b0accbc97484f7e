import { Empty } from '@/components/ui/empty';
import { AddCode } from '@/components/codes';

export function NoCodes({ mayEdit }: { mayEdit: boolean }) {
  if (!mayEdit) {
    return (
      <Empty title="No codes yet">
        <p>The people who edit the codebook have not added a code. As soon as they do, it appears here.</p>
      </Empty>
    );
  }
  return (
    <Empty title="No codes yet">
      <p>
        A code names something that statements do: a claim, a frame, an accusation. Add the first one; its definition,
        rules and examples come next, and codes can be nested under each other.
      </p>
      <AddCode parentId={null} label="Name of the first code" onAdded={() => {}} />
    </Empty>
  );
}
