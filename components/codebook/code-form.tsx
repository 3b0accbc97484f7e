import { Textarea, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { ColorField } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { path, type Code } from '@/lib/codebook';
import { CodeActions } from './code-actions';
import type { Counts } from './codebook';
import { ConflictNotice } from './conflict-notice';
import { ExampleFields } from './example-fields';
import { fieldNames } from './field-names';
import { SaveBar } from './save-bar';
import { ShortcutField } from './shortcut-field';
import type { Drafts } from './use-drafts';
import { useEditing } from './use-editing';
import { CodeVersions } from './versions/code-versions';
import { WordsField } from './words-field';
import classes from './form.module.css';

type Props = { code: Code; drafts: Drafts; counts: Counts; onSelect: (id: string | null) => void };

export function CodeForm({ code, drafts, counts, onSelect }: Props) {
  const { codes } = useProject();
  const editing = useEditing(code, drafts);
  const { fields, set, changed } = editing;
  const above = path(codes, code.id).slice(0, -1);
  useHotkeys([['mod+S', () => void editing.save()]], []);

  return (
    <div className={classes.whole}>
      <header className={classes.head}>
        <div className={classes.headWords}>
          {above.length > 0 && <p className={classes.above}>{above.join(' › ')}</p>}
          <Title order={2} size="h4" dir="auto">
            <span className={classes.headSwatch} style={{ background: code.color }} />
            {code.name}
          </Title>
          <p className={classes.facts}>{factsOf(code, counts[code.id] ?? 0)}</p>
        </div>
        <CodeActions code={code} counts={counts} onSelect={onSelect} />
      </header>
      <form className={classes.form} onSubmit={(event) => (event.preventDefault(), void editing.save())}>
        {editing.conflicts.map((field) => (
          <ConflictNotice key={field} field={field} code={code} mine={fields} onSettle={editing.settle} />
        ))}
        <div className={classes.nameAndKey}>
          <TextInput
            label={fieldNames.name}
            wrapperProps={{ 'data-changed': 'name' in changed || undefined }}
            classNames={{ label: classes.label }}
            maxLength={200}
            dir="auto"
            value={fields.name}
            error={fields.name.trim() === '' ? 'A code needs a name.' : null}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <ShortcutField
            code={code}
            value={fields.shortcut}
            changed={'shortcut' in changed}
            onChange={(shortcut) => set({ shortcut })}
          />
        </div>
        <ColorField value={fields.color} changed={'color' in changed} onChange={(color) => set({ color })} />
        <WordsField
          field="definition"
          editing={editing}
          hint="What the code stands for, in a sentence or two."
          least={3}
        />
        <div className={classes.rules}>
          <WordsField field="useWhen" editing={editing} hint="What must be there for the code to apply." least={3} />
          <WordsField field="avoidWhen" editing={editing} hint="Where it stops, and which code takes over." least={3} />
        </div>
        <ExampleFields
          examples={fields.examples}
          changed={'examples' in changed}
          onChange={(examples) => set({ examples })}
        />
        {editing.nextVersion !== null && (
          <Textarea
            label="Note for the coders"
            description="What changed and why; it stands with the new version."
            classNames={{ label: classes.label }}
            autosize
            minRows={1}
            maxLength={2_000}
            dir="auto"
            value={editing.note}
            onChange={(event) => editing.setNote(event.currentTarget.value)}
          />
        )}
        <SaveBar editing={editing} />
      </form>
      <CodeVersions code={code} />
    </div>
  );
}

function factsOf({ version, archived }: Code, count: number): string {
  return [
    `${counted(count, 'coding')} in your sight`,
    `meaning last changed in version ${version}`,
    ...(archived ? ['archived'] : []),
  ].join(' · ');
}
