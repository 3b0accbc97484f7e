import { Textarea } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useProject } from '@/components/project/provider';
import { longestComment } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { calledBy } from './called-by';

type Props = { label: string; value: string; change: (value: string) => void; send: () => void };

/** Where a comment is written. After an @ it offers the members whose name begins so. */
export function CommentField({ label, value, change, send }: Props) {
  const { members } = useProject();
  const field = useRef<HTMLTextAreaElement>(null);
  const calling = calledBy(
    value,
    [...members.values()].filter(({ removed }) => !removed),
  );
  const name = (full: string) => {
    if (!calling) return;
    change(`${value.slice(0, calling.at)}@${full} `);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && event.key === 'Enter') send();
    else if (event.key === 'Tab' && !event.shiftKey && calling?.members[0]) name(calling.members[0].name);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        description="@ and a name calls somebody; Ctrl+Enter sends."
        autosize
        minRows={2}
        maxLength={longestComment}
        dir="auto"
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {calling && calling.members.length > 0 && (
        <div className={classes.calling} role="group" aria-label="Members">
          {calling.members.map((member, index) => (
            <button key={member.id} type="button" onClick={() => name(member.name)}>
              @{member.name}
              {index === 0 && <span className={classes.quiet}> (Tab)</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
