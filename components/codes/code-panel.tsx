'use client';

import { ActionIcon, CloseButton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { can } from '@/lib/access';
import { AddCode } from './add-code';
import { CodeGlance } from './code-glance';
import type { Asked } from './code-menu';
import { CodeTree } from './code-tree';
import classes from './codes.module.css';
import { MergeCode } from './merge-code';
import { QuickEdit } from './quick-edit';
import { useGlance } from './use-glance';
import { useMoving } from './use-moving';
import { visibleNodes } from './visible-nodes';

type Props = {
  /** How often each code is used in this document, as far as the viewer sees. */
  counts: ReadonlyMap<string, number>;
  /** Whether the viewer may code at all. */
  coding: boolean;
  choose: (codeId: string) => void;
};

/**
 * The codebook beside the text: searched, folded, hovered for its rules, clicked or dragged to code; and edited there by
 * those who may.
 */
export function CodePanel({ counts, coding, choose }: Props) {
  const { codes, members, viewerId, project } = useProject();
  const mayEdit = can(members.get(viewerId)?.role ?? 'viewer', 'codebook:edit', project);
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState<readonly string[]>([]);
  const { glance, open, close, stay, dismiss } = useGlance();
  const cardId = useId();
  const { nodes, best } = useMemo(
    () => visibleNodes(codes, { query, folded, inUse: counts }),
    [codes, query, folded, counts],
  );
  const fold = (id: string) =>
    setFolded((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  const [asked, ask] = useState<Asked | { what: 'add'; codeId: null } | null>(null);
  const moving = useMoving(nodes, (id) => setFolded((ids) => ids.filter((each) => each !== id)));
  const forget = () => ask(null);
  const askedFor = (what: Asked['what']) => (asked?.what === what && codes.get(asked.codeId ?? '')) || null;
  const glanced = glance && codes.get(glance.codeId);

  return (
    <section className={classes.panel} aria-label="Codebook">
      <div className={classes.panelHead}>
        <h2>Codes</h2>
        <TextInput
          size="xs"
          className={classes.search}
          aria-label="Search the codebook"
          placeholder="Search codes"
          leftSection={<IconSearch size={14} />}
          rightSection={query && <CloseButton size="xs" aria-label="Clear the search" onClick={() => setQuery('')} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && best) choose(best);
            if (event.key === 'Escape') setQuery('');
          }}
        />
        {mayEdit && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label="Add a code"
            title="Add a code"
            aria-expanded={asked?.what === 'add'}
            onClick={() => ask(asked?.what === 'add' ? null : { what: 'add', codeId: null })}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      {asked?.what === 'add' && (
        <div className={classes.adding}>
          <AddCode
            key={asked.codeId}
            parentId={asked.codeId}
            label={
              asked.codeId
                ? `Name of the new code inside “${codes.get(asked.codeId)?.name ?? ''}”`
                : 'Name of the new code'
            }
            onAdded={() => {}}
            onClose={forget}
          />
        </div>
      )}
      {nodes.length === 0 ? (
        <p className={classes.hint}>
          {query ? 'No code is called that.' : 'The codebook has no codes yet. Add the first one on the Codebook page.'}
        </p>
      ) : (
        <CodeTree
          nodes={nodes}
          folded={query ? [] : folded}
          counts={counts}
          coding={coding}
          described={glance && { codeId: glance.codeId, cardId }}
          acts={{ choose, fold, open, close }}
          editing={mayEdit ? { moving, ask } : null}
          dismiss={dismiss}
        />
      )}
      {mayEdit && (
        <>
          <QuickEdit code={askedFor('edit')} onClose={forget} />
          <MergeCode
            code={askedFor('merge')}
            count={counts.get(asked?.codeId ?? '') ?? 0}
            where="in this document that you can see"
            onClose={forget}
            onMerged={() => {}}
          />
          <p role="status" className={classes.unseen}>
            {moving.announcement}
          </p>
        </>
      )}
      {glance && glanced && <CodeGlance id={cardId} code={glanced} top={glance.top} stay={stay} close={close} />}
    </section>
  );
}
