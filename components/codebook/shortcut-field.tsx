import { TextInput } from '@mantine/core';
import { shortcutFault, typedShortcut } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import { fieldNames } from './field-names';
import classes from './form.module.css';

type Props = { code: Code; value: string | null; changed: boolean; onChange: (shortcut: string | null) => void };

export function ShortcutField({ code, value, changed, onChange }: Props) {
  const { codes } = useProject();
  return (
    <div className={classes.shortcut}>
      <TextInput
        label={fieldNames.shortcut}
        wrapperProps={{ 'data-changed': changed || undefined }}
        classNames={{ label: classes.label, input: classes.key }}
        placeholder="none"
        autoComplete="off"
        value={value ?? ''}
        error={changed ? shortcutFault(value, codes.values(), code.id) : null}
        onChange={(event) => onChange(typedShortcut(event.currentTarget.value))}
      />
    </div>
  );
}
