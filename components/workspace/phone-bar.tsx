import { Button } from '@mantine/core';
import { IconFiles, IconNotes, IconTag } from '@tabler/icons-react';
import classes from './workspace.module.css';

type Props = {
  coding: boolean;
  selected: boolean;
  here: number;
  showDocuments: () => void;
  pick: () => void;
  showCodes: () => void;
};

/** On narrow screens the panes lie behind these three buttons, in reach of a thumb. */
export function PhoneBar({ coding, selected, here, showDocuments, pick, showCodes }: Props) {
  return (
    <div className={classes.phoneBar} role="toolbar" aria-label="Panes">
      <Button variant="subtle" color="gray" size="sm" leftSection={<IconFiles size={18} />} onClick={showDocuments}>
        Documents
      </Button>
      {coding && (
        <Button
          variant={selected ? 'filled' : 'subtle'}
          size="sm"
          leftSection={<IconTag size={18} />}
          onClick={pick}
          onMouseDown={(event) => event.preventDefault()}
        >
          Code
        </Button>
      )}
      <Button variant="subtle" color="gray" size="sm" leftSection={<IconNotes size={18} />} onClick={showCodes}>
        {here > 0 ? `Passage (${here})` : 'Codes'}
      </Button>
    </div>
  );
}
