import { IconPinned } from '@tabler/icons-react';
import { useCallback, useState, type CSSProperties, type RefObject } from 'react';
import { useProject } from '@/components/project/provider';
import {
  codeName,
  coderName,
  Folded,
  lookOf,
  quoteStart,
  useScheme,
  type Names,
  type ReaderHandle,
} from '@/components/reader';
import { initialsOf } from '@/components/ui/initials';
import type { Coding } from '@/lib/codings';
import { otherSide, type Side } from '@/lib/documents';
import type { Alignment } from '@/lib/documents/pairs';
import type { Span } from '@/lib/text';
import type { DocumentCodings } from '../document-codings';
import classes from './beside.module.css';
import { echoRows, type EchoRow } from './echo-rows';
import { useDrawn } from './use-drawn';

type Props = {
  host: RefObject<HTMLElement | null>;
  reader: RefObject<ReaderHandle | null>;
  alignment: Alignment;
  side: Side;
  direction: 'ltr' | 'rtl';
  /** The codings of the other side. */
  codings: DocumentCodings;
  shown: ((coding: Coding) => boolean) | undefined;
  /** The blocks that are looked at. */
  current: Span | null;
  /** Leads to a coding on the other side. */
  onGo: (coding: Coding) => void;
};

type Drawn = EchoRow & { top: number };

/** What is drawn over one side: where on the other side something is coded, and the blocks that are looked at. */
export function OverText({ host, reader, alignment, side, direction, codings, shown, current, onGo }: Props) {
  const { codes, members, viewerId } = useProject();
  const names = { codes, coders: members, viewerId };
  const { index, table } = codings;
  const draw = useCallback(() => {
    void table; // the index is brought up to date in place; this tells when
    const origin = host.current?.getBoundingClientRect().top ?? 0;
    const sight = reader.current?.sight();
    return (sight ? echoRows({ alignment, side, index, shown }, sight) : []).flatMap((row): Drawn[] => {
      const place = reader.current?.place(row.span);
      return place ? [{ ...row, top: place.bottom - origin }] : [];
    });
  }, [host, reader, alignment, side, index, table, shown]);
  const rows = useDrawn(host, draw);
  return (
    <div dir={direction}>
      <Current {...{ host, reader, current }} />
      <div role="group" aria-label={`Coded in the ${otherSide(side)}`}>
        {rows.map(({ bead, top, codings: across, pinned }) => (
          <div key={bead} className={classes.echoes} style={{ top }}>
            {pinned && (
              <span role="img" aria-label="Put together by hand" title="Put together by hand" className={classes.pin}>
                <IconPinned size={13} aria-hidden />
              </span>
            )}
            <Echoes {...{ across, names, onGo }} place={otherSide(side)} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** How many fit beside each other; the rest lie behind their number. */
const few = 2;

function Echoes({
  across,
  names,
  place,
  onGo,
}: {
  across: Coding[];
  names: Names;
  place: Side;
  onGo: (coding: Coding) => void;
}) {
  const scheme = useScheme();
  const [isOpen, setOpen] = useState(false);
  const open = across.length > few + 1 ? few : few + 1;
  return (
    <>
      {across.slice(0, open).map((coding) => {
        const code = codeName(names.codes.get(coding.codeId));
        const coder = coderName(coding, names.coders.get(coding.coderId));
        const { ink, stroke } = lookOf(names, coding, scheme);
        return (
          <button
            key={coding.id}
            type="button"
            className={classes.echo}
            style={{ '--ink': ink, '--stroke': stroke } as CSSProperties}
            aria-label={`${code} by ${coder} in the ${place}: “${quoteStart(coding.quote)}”`}
            onClick={() => onGo(coding)}
          >
            <span className={classes.swatch} />
            <bdi className={classes.code}>{code}</bdi>
            <span className={classes.coder} data-coder={coding.layer === 'coder' ? initialsOf(coder) : coding.layer} />
          </button>
        );
      })}
      {across.length > open && (
        <Folded
          {...{ names, scheme, isOpen }}
          codings={across.slice(open)}
          onOpen={setOpen}
          onActive={(id) => onGo(across.find((coding) => coding.id === id)!)}
        />
      )}
    </>
  );
}

/** A line along the blocks that are looked at, level with its like on the other side. */
function Current({ host, reader, current }: Pick<Props, 'host' | 'reader' | 'current'>) {
  const draw = useCallback(() => placeOf(current, { host, reader }), [host, reader, current]);
  const [place] = useDrawn(host, draw);
  return place ? <div aria-hidden className={classes.current} style={place} /> : null;
}

function placeOf(current: Span | null, { host, reader }: Pick<Props, 'host' | 'reader'>) {
  const place = current && reader.current?.place(current);
  const origin = host.current?.getBoundingClientRect().top ?? 0;
  return place ? [{ top: place.top - origin, height: place.bottom - place.top }] : [];
}
