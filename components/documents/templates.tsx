import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSendStep } from '@/components/project/provider';
import { listed } from '@/components/ui/listed';
import { newId } from '@/lib/log';
import { templates, type Attribute, type Template } from '@/lib/documents';
import classes from './attributes.module.css';

/** Ready sets of attributes. What a project has already under the same key stays as it is. */
export function Templates({ defined }: { defined: readonly Attribute[] }) {
  const sendStep = useSendStep();
  const [busy, setBusy] = useState(false);
  const lacking = ({ attributes }: Template) =>
    attributes.filter(({ key }) => !defined.some((each) => each.key === key));
  const use = async (template: Template) => {
    setBusy(true);
    const next = Math.max(-1, ...defined.map(({ position }) => position)) + 1;
    await sendStep(
      lacking(template).map(({ options, ...rest }, index) => ({
        kind: 'attribute.set' as const,
        body: { ...rest, id: newId(), options: [...options], position: next + index },
      })),
    );
    setBusy(false);
  };
  return (
    <ul className={classes.templates} aria-label="Templates">
      {templates.map((template) => (
        <li key={template.name} className={classes.template}>
          <div>
            <strong>{template.name}</strong>
            <p className={classes.quiet}>{template.purpose}</p>
            <p className={classes.quiet}>{listed(template.attributes.map(({ name }) => name))}</p>
          </div>
          <Button
            variant="default"
            size="xs"
            disabled={busy || lacking(template).length === 0}
            aria-label={`Use the template ${template.name}`}
            onClick={() => void use(template)}
          >
            Use
          </Button>
        </li>
      ))}
    </ul>
  );
}
