import { Button } from '@mantine/core';
import { useState } from 'react';
import { useProject, useSend } from '@/components/project/provider';
import { can } from '@/lib/access';
import { newId } from '@/lib/log';
import type { Comment } from '@/lib/rounds';
import classes from './adjudication.module.css';
import { CommentField } from './comment-field';
import { CommentItem } from './comment-item';
import type { Passage } from './queue';

type Props = { comments: Comment[]; place: Passage; roundId: string };

/** What people say about a passage. Names stand here whatever is hidden above: one speaks for oneself. */
export function Discussion({ comments, place: { documentId, start, end }, roundId }: Props) {
  const { members, viewerId, project } = useProject();
  const send = useSend();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const maySpeak = can(members.get(viewerId)?.role ?? 'viewer', 'codings:write', project);
  const say = async () => {
    setBusy(true);
    const said = await send('comment.add', { id: newId(), roundId, documentId, start, end, text: text.trim() });
    setBusy(false);
    if (said) setText('');
  };
  return (
    <section className={classes.discussion} aria-label="Discussion">
      <h3>Discussion</h3>
      {comments.length === 0 && <p className={classes.quiet}>Nobody has said anything about this passage yet.</p>}
      <ol>
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ol>
      {maySpeak && (
        <>
          <CommentField label="Your comment" value={text} change={setText} send={() => void say()} />
          <Button
            size="xs"
            variant="default"
            loading={busy}
            disabled={text.trim() === ''}
            onClick={() => void say()}
            className={classes.write}
          >
            Comment
          </Button>
        </>
      )}
    </section>
  );
}
