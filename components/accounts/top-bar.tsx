import Link from 'next/link';
import { ColorSchemeToggle } from '@/components/ui/color-scheme-toggle';
import { Wordmark } from '@/components/ui/wordmark';
import { AccountMenu } from './account-menu';
import classes from './top-bar.module.css';

/** The header of pages that belong to no project. */
export function TopBar({ name }: { name: string }) {
  return (
    <header className={classes.bar}>
      <Link href="/projects" className={classes.home}>
        <Wordmark />
      </Link>
      <div className={classes.tools}>
        <ColorSchemeToggle />
        <AccountMenu name={name} />
      </div>
    </header>
  );
}
