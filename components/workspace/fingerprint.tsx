import { CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './workspace.module.css';

/** The text's SHA-256, shortened; a click copies the whole. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <CopyButton value={sha256}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'SHA-256 of the text: it never changes. Click to copy.'}>
          <button
            type="button"
            className={classes.fingerprint}
            onClick={copy}
            aria-label={`Copy the text’s SHA-256, ${sha256.slice(0, 8)}…`}
          >
            <code>{sha256.slice(0, 8)}</code>
            {copied ? <IconCheck size={12} /> : <IconCopy size={12} />}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  );
}
