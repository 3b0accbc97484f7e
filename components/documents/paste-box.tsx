import { Button, Group, Switch, Textarea } from '@mantine/core';
import { useState, type ClipboardEvent } from 'react';
import classes from './drafts.module.css';

type Form = 'plain' | 'markdown' | 'rich';
type Pasted = { name: string; bytes: Blob };

/** For words that are in no file. They take the same way as a file's bytes. */
export function PasteBox({ onPaste }: { onPaste: (file: Pasted) => void }) {
  const [text, setText] = useState('');
  const [markup, setMarkup] = useState<string | null>(null);
  const [form, setForm] = useState<Form>('plain');
  /** What was copied from a page or a word processor brings its headings, lists and tables along. */
  const take = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const rich = text.trim() === '' && structured.test(html);
    setMarkup(rich ? html : null);
    setForm(rich ? 'rich' : form === 'rich' ? 'plain' : form);
  };
  const write = (words: string) => {
    setText(words);
    // Words changed by hand are no longer those of the markup.
    if (markup !== null && text !== '') forget();
  };
  const forget = () => {
    setMarkup(null);
    if (form === 'rich') setForm('plain');
  };
  const use = () => {
    onPaste({ name: names[form], bytes: new Blob([form === 'rich' && markup !== null ? markup : text]) });
    setText('');
    forget();
  };
  const choose = (chosen: Form) => (event: { currentTarget: { checked: boolean } }) =>
    setForm(event.currentTarget.checked ? chosen : 'plain');
  return (
    <div>
      <Textarea
        className={classes.paste}
        label="Or paste a text"
        value={text}
        onPaste={take}
        onChange={(event) => write(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        dir="auto"
      />
      {text.trim() !== '' && (
        <Group justify="space-between" mt="xs">
          {markup === null ? (
            <Switch label="It has Markdown marks" checked={form === 'markdown'} onChange={choose('markdown')} />
          ) : (
            <Switch label="Keep its headings, lists and tables" checked={form === 'rich'} onChange={choose('rich')} />
          )}
          <Button variant="default" onClick={use}>
            Use this text
          </Button>
        </Group>
      )}
    </div>
  );
}

const names: Record<Form, string> = { plain: 'Pasted text.txt', markdown: 'Pasted text.md', rich: 'Pasted text.html' };
const structured = /<(?:h[1-6]|li|p|tr|blockquote|div)\b/i;
