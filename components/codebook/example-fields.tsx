import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { CodeExample } from '@/lib/codebook';
import classes from './examples.module.css';

type Props = { examples: CodeExample[]; changed: boolean; onChange: (examples: CodeExample[]) => void };

const kinds = [
  {
    counter: false,
    title: 'Examples',
    one: 'Example',
    hint: 'A passage that shows the code at its clearest.',
    add: 'Add an example',
  },
  {
    counter: true,
    title: 'Counter-examples',
    one: 'Counter-example',
    hint: 'A passage that looks like it, and is not.',
    add: 'Add a counter-example',
  },
];

export function ExampleFields({ examples, changed, onChange }: Props) {
  const put = (at: number, set: Partial<CodeExample>) =>
    onChange(examples.map((each, i) => (i === at ? { ...each, ...set } : each)));
  return (
    <div className={classes.groups}>
      {kinds.map(({ counter, title, one, hint, add }) => (
        <fieldset key={title} className={classes.group}>
          <legend data-changed={changed || undefined}>{title}</legend>
          {examples.map((example, at) =>
            example.counter !== counter ? null : (
              <div key={at} className={classes.example} data-counter={counter || undefined}>
                <Textarea
                  aria-label={`${one} ${ordinal(examples, at)}: passage`}
                  classNames={{ input: classes.passage }}
                  placeholder={hint}
                  autosize
                  minRows={1}
                  maxLength={5_000}
                  dir="auto"
                  value={example.text}
                  onChange={(event) => put(at, { text: event.currentTarget.value })}
                />
                <Textarea
                  size="xs"
                  variant="unstyled"
                  classNames={{ input: classes.note }}
                  autosize
                  minRows={1}
                  aria-label={`${one} ${ordinal(examples, at)}: note`}
                  placeholder="Why (a note, if needed)"
                  maxLength={2_000}
                  dir="auto"
                  value={example.note}
                  onChange={(event) => put(at, { note: event.currentTarget.value })}
                />
                <ActionIcon
                  className={classes.remove}
                  variant="subtle"
                  color="gray"
                  aria-label={`Remove ${one.toLowerCase()} ${ordinal(examples, at)}`}
                  onClick={() => onChange(examples.toSpliced(at, 1))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
            ),
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconPlus size={14} />}
            disabled={examples.length >= 200}
            onClick={() => onChange([...examples, { text: '', note: '', counter }])}
          >
            {add}
          </Button>
        </fieldset>
      ))}
    </div>
  );
}

function ordinal(examples: CodeExample[], at: number): number {
  return examples.slice(0, at + 1).filter(({ counter }) => counter === examples[at]!.counter).length;
}
