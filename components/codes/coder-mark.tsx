import { strokeStyleOf } from '@/components/reader';
import { initialsOf } from '@/components/ui/initials';
import type { Layer } from '@/lib/codings';
import type { Member } from '@/lib/projects';
import classes from './codes.module.css';

const layerNames: Record<Exclude<Layer, 'coder'>, string> = {
  consensus: 'consensus',
  imported: 'imported',
  machine: 'machine',
};

type Props = { coder: Member | undefined; own: boolean; layer: Layer };

/** Who coded: initials ringed in the stroke of their brackets, and name; layers that are nobody's vote say so. */
export function CoderMark({ coder, own, layer }: Props) {
  const name = coder?.name ?? 'Somebody';
  return (
    <span className={classes.coder}>
      <span className={classes.initials} style={{ borderStyle: strokeStyleOf(coder) }} aria-hidden>
        {initialsOf(name)}
      </span>
      {name}
      {own && <span className={classes.quiet}>(you)</span>}
      {layer !== 'coder' && <span className={classes.layer}>{layerNames[layer]}</span>}
    </span>
  );
}
