import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconLink, IconReplace, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Memo } from '@/components/memo';
import { useProject } from '@/components/project/provider';
import type { Coding } from '@/lib/codings';
import { CoderMark } from './coder-mark';
import classes from './codes.module.css';
import { Swatch } from './swatch';
import { codePath } from './visible-nodes';

export type CodingActs = {
  /** Singles the coding out and scrolls to it. */
  show: (coding: Coding) => void;
  recode: (coding: Coding) => void;
  remove: (coding: Coding) => void;
  memo: (coding: Coding, text: string) => void;
  /** The coding's own address, for others. */
  link: (coding: Coding) => string;
  /** Back to the text, after writing. */
  leave: () => void;
};

type Props = { coding: Coding; active: boolean; own: boolean; acts: CodingActs };

/** One coding: which code, whose, on which words, why. Only one's own can be changed. */
export function CodingCard({ coding, active, own, acts }: Props) {
  const { codes, members, documents } = useProject();
  const code = codes.get(coding.codeId);
  const coder = members.get(coding.coderId);
  const direction = documents.get(coding.documentId)?.direction;
  const name = code?.name ?? 'a code that was removed';
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={element} className={classes.card} data-active={active || undefined}>
      <div className={classes.cardHead}>
        <Swatch color={code?.color ?? '#868e96'} />
        <span className={classes.cardCode} title={codePath(codes, coding.codeId)}>
          {name}
        </span>
        {own && (
          <Act label={`Change the code of this passage (now ${name})`} run={() => acts.recode(coding)}>
            <IconReplace size={15} />
          </Act>
        )}
        <CopyLink name={name} link={() => acts.link(coding)} />
        {own && (
          <Act label={`Remove ${name} from this passage`} run={() => acts.remove(coding)}>
            <IconTrash size={15} />
          </Act>
        )}
      </div>
      <button
        type="button"
        className={classes.quote}
        dir={direction}
        onClick={() => acts.show(coding)}
        title="Show in the text"
      >
        {coding.quote}
      </button>
      <p className={classes.cardFoot}>
        <CoderMark coder={coder} own={own} layer={coding.layer} />
        <time dateTime={coding.createdAt} title={full.format(new Date(coding.createdAt))}>
          {short.format(new Date(coding.createdAt))}
        </time>
      </p>
      <Memo
        id={coding.id}
        text={coding.memo}
        own={own}
        label={`Memo on ${name}`}
        save={(text) => acts.memo(coding, text)}
        leave={acts.leave}
      />
    </li>
  );
}

function Act({ label, run, children }: { label: string; run: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={run}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function CopyLink({ name, link }: { name: string; link: () => string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link());
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <Act label={copied ? 'Link copied' : `Copy a link to this passage (${name})`} run={() => void copy()}>
      {copied ? <IconCheck size={15} /> : <IconLink size={15} />}
    </Act>
  );
}

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });
