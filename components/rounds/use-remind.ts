import { notifications } from '@mantine/notifications';
import { useProject, useSend } from '@/components/project/provider';
import { post, sentenceOf } from '@/components/ui/post';
import type { Round } from '@/lib/rounds';

type Coder = { id: string; name: string };
export type Remind = (round: Round, coder: Coder) => Promise<void>;

/** Reminds a coder in Concord and, where this server sends mail, by e-mail as well; says what became of both. */
export function useRemind(mail: boolean): Remind {
  const { project } = useProject();
  const send = useSend();
  return async (round, { id: coderId, name }) => {
    if (!(await send('round.remind', { id: round.id, coderId }))) return;
    const fault = mail ? await mailed(`/api/projects/${project.id}/rounds/${round.id}/mail`) : null;
    if (fault)
      notifications.show({
        color: 'red',
        autoClose: 12_000,
        title: `${name} sees the reminder in Concord only`,
        message: fault,
      });
    else
      notifications.show({
        message: mail ? `${name} is reminded, in Concord and by e-mail.` : `${name} sees the reminder in Concord.`,
      });
  };
}

/** What kept the letter from being sent, in a sentence. */
async function mailed(path: string): Promise<string | null> {
  return post<{ fault: string | null }>(path, {})
    .then(({ fault }) => fault)
    .catch(sentenceOf);
}
