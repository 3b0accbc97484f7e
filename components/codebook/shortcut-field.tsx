import { TextInput } from '@mantine/core';
import { useProject } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import { fieldNames } from './field-names';
import { remarkOn, typedShortcut } from './shortcut';
import classes from './form.module.css';

type Props = { code: Code; value: string | null; changed: boolean; onChange: (shortcut: string | null) => void };

export function ShortcutField({ code, value, changed, onChange }: Props) {
  const { codes } = useProject();
  const remark = remarkOn(value, codes.values(), code.id);
  return (
    <div className={classes.shortcut}>
      <TextInput
        label={fieldNames.shortcut}
        wrapperProps={{ 'data-changed': changed || undefined }}
        classNames={{ label: classes.label, input: classes.key }}
        placeholder="none"
        autoComplete="off"
        value={value ?? ''}
        error={remark && 'fault' in remark ? remark.fault : null}
        onChange={(event) => onChange(typedShortcut(event.currentTarget.value))}
      />
      {remark && 'warning' in remark && (
        <p role="status" className={classes.warning}>
          {remark.warning}
        </p>
      )}
    </div>
  );
}
