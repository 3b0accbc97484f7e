import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { Moment } from '@/components/ui/moment';
import type { Comment } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { CommentField } from './comment-field';
import { SaidText } from './said-text';

/** One comment; one's own can be written anew or removed. */
export function CommentItem({ comment }: { comment: Comment }) {
  const { members, viewerId } = useProject();
  const send = useSend();
  const [draft, setDraft] = useState<string | null>(null);
  const own = comment.authorId === viewerId;
  const name = members.get(comment.authorId)?.name ?? 'A former member';
  const save = async () => {
    if (draft?.trim() && (await send('comment.edit', { id: comment.id, text: draft.trim() }))) setDraft(null);
  };
  return (
    <li className={classes.comment}>
      <p className={classes.commentHead}>
        <strong>{name}</strong> <Moment at={comment.at} />
        {comment.editedAt !== null && !comment.removed && <span> (edited)</span>}
        {own && !comment.removed && draft === null && (
          <span className={classes.commentActs}>
            <button type="button" onClick={() => setDraft(comment.text)}>
              Edit
            </button>
            <button type="button" onClick={() => void send('comment.remove', { id: comment.id })}>
              Remove
            </button>
          </span>
        )}
      </p>
      {comment.removed && <p className={classes.quiet}>This comment was removed.</p>}
      {!comment.removed && draft === null && <SaidText text={comment.text} />}
      {draft !== null && (
        <>
          <CommentField label="Edit your comment" value={draft} change={setDraft} send={() => void save()} />
          <Group gap="xs">
            <Button size="compact-xs" disabled={draft.trim() === ''} onClick={() => void save()}>
              Save
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setDraft(null)}>
              Cancel
            </Button>
          </Group>
        </>
      )}
    </li>
  );
}
