import { notifications } from '@mantine/notifications';
import { useProject } from '@/components/project/provider';
import { isOwn, type Coding } from '@/lib/codings';

/** Whether a coding is the viewer's own to change; says whose it is where it is not. */
export function useOwn(): (coding: Coding) => boolean {
  const { viewerId, members } = useProject();
  return (coding) => {
    if (isOwn(coding, viewerId)) return true;
    const name = members.get(coding.coderId)?.name ?? 'another coder';
    const message =
      coding.layer === 'coder'
        ? `This coding is by ${name}; only they can change it.`
        : 'This coding is no coder’s own.';
    notifications.show({ id: 'not-own', message, autoClose: 4_000 });
    return false;
  };
}
