import { Button, Group, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './drafts.module.css';

/** For words that are in no file. They take the same way as a file's bytes. */
export function PasteBox({ onPaste }: { onPaste: (file: { name: string; bytes: Blob }) => void }) {
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(false);
  const use = () => {
    onPaste({ name: marked ? 'Pasted text.md' : 'Pasted text.txt', bytes: new Blob([text]) });
    setText('');
  };
  return (
    <div>
      <Textarea
        className={classes.paste}
        label="Or paste a text"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        dir="auto"
      />
      {text.trim() !== '' && (
        <Group justify="space-between" mt="xs">
          <Switch label="It has Markdown marks" checked={marked} onChange={(event) => setMarked(event.currentTarget.checked)} />
          <Button variant="default" onClick={use}>
            Use this text
          </Button>
        </Group>
      )}
    </div>
  );
}
