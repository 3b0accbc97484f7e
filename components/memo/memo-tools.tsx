import { ActionIcon, TextInput } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  type Icon,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type KeyboardEvent } from 'react';
import classes from './memo.module.css';
import { linkFrom } from './safe-link';

type Tool = { label: string; Icon: Icon; name: string; run: (editor: Editor) => boolean };

const tools: Tool[] = [
  { label: 'Bold (Ctrl+B)', Icon: IconBold, name: 'bold', run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    label: 'Italic (Ctrl+I)',
    Icon: IconItalic,
    name: 'italic',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: 'List',
    Icon: IconList,
    name: 'bulletList',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    Icon: IconListNumbers,
    name: 'orderedList',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'Quote',
    Icon: IconBlockquote,
    name: 'blockquote',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

type Props = { editor: Editor; linking: boolean; setLinking: (linking: boolean) => void };

/** What one can do to the words of a memo, as buttons; the keys do the same. */
export function MemoTools({ editor, linking, setLinking }: Props) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      [...tools.map(({ name }) => name), 'link'].filter((name) => now.isActive(name)).join(),
  });
  const isOn = (name: string) => on.split(',').includes(name);
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label="Form of the memo">
        {tools.map(({ label, Icon, name, run }) => (
          <ToolButton key={name} label={label} on={isOn(name)} run={() => run(editor)}>
            <Icon size={15} />
          </ToolButton>
        ))}
        <ToolButton label="Link (Ctrl+K)" on={isOn('link')} run={() => setLinking(!linking)}>
          <IconLink size={15} />
        </ToolButton>
      </div>
      {linking && <LinkField editor={editor} close={() => setLinking(false)} />}
    </>
  );
}

type ButtonProps = { label: string; on: boolean; run: () => void; children: React.ReactNode };

function ToolButton({ label, on, run, children }: ButtonProps) {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      className={classes.tool}
      aria-label={label}
      title={label}
      aria-pressed={on}
      data-on={on || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </ActionIcon>
  );
}

/** Asks for a link's address. An empty one takes the link away. */
function LinkField({ editor, close }: { editor: Editor; close: () => void }) {
  const [typed, setTyped] = useState((editor.getAttributes('link')['href'] as string | undefined) ?? '');
  const [fault, setFault] = useState<string | null>(null);

  const apply = () => {
    const href = linkFrom(typed);
    if (typed.trim() !== '' && !href) return setFault('A link leads to a page (https://…) or to a mail address.');
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!href) chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent(linked(typed.trim(), href)).run();
    else chain.setLink({ href }).run();
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') return apply();
    close();
    editor.commands.focus();
  };

  return (
    <TextInput
      size="xs"
      mt={4}
      autoFocus
      dir="ltr"
      aria-label="Address of the link"
      placeholder="https://…, then Enter"
      value={typed}
      error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDownCapture={onKeyDown}
    />
  );
}

function linked(text: string, href: string) {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}
