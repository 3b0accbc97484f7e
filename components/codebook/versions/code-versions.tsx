import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { useProject } from '@/components/project/provider';
import type { Code } from '@/lib/codebook';
import { useVersions } from './use-versions';
import { VersionList } from './version-list';
import classes from './versions.module.css';

/** What a code has meant so far, opened on request. */
export function CodeVersions({ code }: { code: Code }) {
  const { project } = useProject();
  const [open, setOpen] = useState(false);
  const versions = useVersions(code, open);
  return (
    <section className={classes.versions}>
      <button type="button" className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={16} aria-hidden />
        Versions of “{code.name}”
      </button>
      {open && (
        <div className={classes.opened}>
          {versions === null && <p role="status">Reading what it meant before…</p>}
          {versions && 'fault' in versions && <p role="alert">{versions.fault}</p>}
          {versions && 'list' in versions && <VersionList versions={versions.list} />}
          <p className={classes.review}>
            <Link href={`/projects/${project.id}/codebook/review?code=${code.id}`}>
              Your codings made under an older meaning of it
            </Link>
          </p>
        </div>
      )}
    </section>
  );
}
