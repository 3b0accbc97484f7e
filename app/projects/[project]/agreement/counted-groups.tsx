import { countSplit } from '@/app/_server/agreement';
import type { Ask } from '@/app/_server/counting/tasks';
import { leavingSignal } from '@/app/_server/leaving';
import { GroupsView } from '@/components/agreement/groups-view';
import { counted } from '@/components/agreement/refused';
import type { Scope } from '@/components/agreement/scope';

type Props = { ask: Ask; splitting: Scope['attributes'] };

export function CountedGroups({ ask, splitting }: Props) {
  const { by, scope, asked } = ask;
  const key = (splitting.find((each) => each.key === asked.by) ?? splitting[0])?.key ?? null;
  const shared = { chosen: key, scope, splitting, members: `/projects/${by.projectId}/members` };
  if (key === null) return <GroupsView split={null} {...shared} />;
  return counted(countSplit({ ...ask, key }, leavingSignal()), (split) => <GroupsView split={split} {...shared} />);
}
