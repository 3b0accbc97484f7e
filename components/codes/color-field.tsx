import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { colorName, faintOn, palette } from '@/lib/codebook';
import classes from './color.module.css';

type Props = { value: string; changed: boolean; onChange: (hex: string) => void };

/** The palette, whose every colour shows on light and dark paper, and any other colour by its number. */
export function ColorField({ value, changed, onChange }: Props) {
  const group = useId();
  const sound = /^#[0-9a-f]{6}$/.test(value);
  const faint = sound ? faintOn(value) : [];
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend} data-changed={changed || undefined}>
        Colour: <span className={classes.chosen}>{sound ? colorName(value) : 'not a colour yet'}</span>
      </legend>
      <div className={classes.choices}>
        <div className={classes.palette}>
          {palette.map(({ name, hex }) => (
            <label key={hex} className={classes.choice} title={name}>
              <input
                type="radio"
                name={group}
                aria-label={name}
                checked={hex === value}
                onChange={() => onChange(hex)}
              />
              <span style={{ background: hex }}>{hex === value && <IconCheck size={14} stroke={3} />}</span>
            </label>
          ))}
        </div>
        <TextInput
          size="xs"
          className={classes.hex}
          aria-label="Any other colour, as # and six digits"
          value={value}
          error={sound ? null : 'Like #08989e'}
          onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
        />
      </div>
      {faint.length > 0 && <p className={classes.faint}>This colour is hard to see in {faint.join(' and ')} mode.</p>}
    </fieldset>
  );
}
