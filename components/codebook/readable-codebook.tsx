import { useMemo } from 'react';
import { useProject } from '@/components/project/provider';
import { inOrder, path, type Code } from '@/lib/codebook';
import type { Counts } from './codebook';
import { ReadableCode } from './readable-code';
import classes from './readable.module.css';

/** The whole codebook as one page to read and to print, with its contents beside it. */
export function ReadableCodebook({ counts }: { counts: Counts }) {
  const { codes } = useProject();
  const nodes = useMemo(() => inOrder([...codes.values()].filter((code) => !code.archived)), [codes]);
  const archived = [...codes.values()].filter((code) => code.archived);
  return (
    <div className={classes.layout}>
      <nav aria-label="Codes" className={classes.contents}>
        <ul>
          {nodes.map(({ code, depth }) => (
            <li key={code.id} style={{ '--depth': depth } as React.CSSProperties}>
              <a href={`#code-${code.id}`} dir="auto">
                <span className={classes.swatch} style={{ background: code.color }} />
                {code.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article className={classes.article}>
        {nodes.map(({ code, depth }) => (
          <ReadableCode
            key={code.id}
            code={code}
            depth={depth}
            above={path(codes, code.id).slice(0, -1)}
            count={counts[code.id] ?? 0}
          />
        ))}
        {archived.length > 0 && <p className={classes.archived}>Archived, no longer used: {names(archived)}.</p>}
      </article>
    </div>
  );
}

function names(codes: Code[]): string {
  return codes
    .map((code) => code.name)
    .sort((a, b) => a.localeCompare(b))
    .join(', ');
}
