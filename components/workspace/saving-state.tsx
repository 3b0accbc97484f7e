import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconHourglass } from '@tabler/icons-react';
import { useSaving } from '@/components/project/provider';
import { savingInWords } from '@/components/project/saving-in-words';
import classes from './workspace.module.css';

const icons = {
  saved: IconCloudCheck,
  saving: IconCloudUp,
  waiting: IconHourglass,
  offline: IconCloudOff,
  'signed-out': IconAlertTriangle,
};

/** Whether what was done has reached the server; never silent about what has not. */
export function SavingState() {
  const saving = useSaving();
  const { words, meaning } = savingInWords(saving);
  const Icon = icons[saving.state];
  return (
    <>
      <Tooltip label={meaning} multiline maw={280}>
        <span className={classes.saving} data-state={saving.state}>
          <Icon size={16} aria-hidden />
          {words}
        </span>
      </Tooltip>
      <span className={classes.unseen} role="status">
        {saving.state === 'saved' || saving.state === 'saving' ? '' : `${words}. ${meaning}`}
      </span>
    </>
  );
}
