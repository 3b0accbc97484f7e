import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconHourglass } from '@tabler/icons-react';
import { useSaving } from '@/components/project/provider';
import classes from './workspace.module.css';

/** Whether what was done has reached the server; never silent about what has not. */
export function SavingState() {
  const { state, unsaved } = useSaving();
  const { Icon, words, meaning } = {
    saved: { Icon: IconCloudCheck, words: 'Saved', meaning: 'Everything you did is on the server.' },
    saving: {
      Icon: IconCloudUp,
      words: unsaved > 1 ? `Saving ${unsaved}` : 'Saving',
      meaning: 'Your changes are on their way to the server.',
    },
    waiting: {
      Icon: IconHourglass,
      words: `Waiting, ${unsaved} unsaved`,
      meaning:
        'A large change, such as an import, is under way in this project. Your changes are kept in this browser and saved as soon as it is done.',
    },
    offline: {
      Icon: IconCloudOff,
      words: `Offline, ${unsaved} unsaved`,
      meaning:
        'The server is out of reach. Your changes are kept in this browser and sent as soon as it answers, also if you close this page and open it again later.',
    },
    'signed-out': {
      Icon: IconAlertTriangle,
      words: unsaved > 0 ? `Signed out, ${unsaved} unsaved` : 'Signed out',
      meaning:
        'Sign in again in another tab, then come back to this page. Your changes are kept in this browser until then.',
    },
  }[state];
  return (
    <>
      <Tooltip label={meaning} multiline maw={280}>
        <span className={classes.saving} data-state={state}>
          <Icon size={16} aria-hidden />
          {words}
        </span>
      </Tooltip>
      <span className={classes.unseen} role="status">
        {state === 'saved' || state === 'saving' ? '' : `${words}. ${meaning}`}
      </span>
    </>
  );
}
