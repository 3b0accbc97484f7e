'use client';

import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useProject } from '@/components/project/provider';
import { CodeGlance } from './code-glance';
import { CodeTree } from './code-tree';
import classes from './codes.module.css';
import { useGlance } from './use-glance';
import { visibleNodes } from './visible-nodes';

type Props = {
  /** How often each code is used in this document, as far as the viewer sees. */
  counts: ReadonlyMap<string, number>;
  /** Whether the viewer may code at all. */
  coding: boolean;
  choose: (codeId: string) => void;
};

/** The codebook beside the text: searched, folded, hovered for its rules, clicked or dragged to code. */
export function CodePanel({ counts, coding, choose }: Props) {
  const { codes } = useProject();
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
      </div>
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
          dismiss={dismiss}
        />
      )}
      {glance && glanced && <CodeGlance id={cardId} code={glanced} top={glance.top} stay={stay} close={close} />}
    </section>
  );
}
