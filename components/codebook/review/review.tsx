'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Picker } from '@/components/codes';
import { useProject } from '@/components/project/provider';
import { counted } from '@/components/ui/counted';
import { Empty } from '@/components/ui/empty';
import { inOrder, type CodeVersion } from '@/lib/codebook';
import type { Coding } from '@/lib/codings';
import type { Piece } from '@/lib/text';
import { OthersLeft } from './others-left';
import { ReviewGroup } from './review-group';
import { Steps } from './steps';
import { useReview } from './use-review';
import classes from './review.module.css';

/** A coding as it was listed, in its context. */
export type Item = { coding: Coding; pieces: Piece[] };
export type ReviewPage = {
  /** The one code that is looked at; null for all. */
  codeId: string | null;
  items: Item[];
  /** The versions of each code that is listed, newest first. */
  versions: Record<string, CodeVersion[]>;
  total: number;
  others: { coderId: string; count: number }[];
};

/** The work list, code by code. What is settled stays in sight until the next page, so that nothing moves under one's hand. */
export function Review({ page }: { page: ReviewPage }) {
  const { codes } = useProject();
  const router = useRouter();
  const review = useReview(page);
  const [recoding, setRecoding] = useState<Coding | null>(null);
  const groups = Map.groupBy(page.items, ({ coding }) => coding.codeId);
  const order = inOrder(codes.values()).flatMap(({ code }) => (groups.has(code.id) ? [code] : []));
  const left = page.items.filter((item) => review.outcome(item) === 'open').length;
  const more = page.total - page.items.length;
  const acts = { ...review, recode: (item: Item) => setRecoding(item.coding) };

  return (
    <>
      <OthersLeft others={page.others} />
      {page.items.length === 0 && (
        <Empty title="Nothing to look at again">
          <p>Every coding of yours stands under the present meaning of its code.</p>
        </Empty>
      )}
      {page.items.length > 0 && (
        <Steps acts={acts} items={page.items}>
          <p className={classes.left} role="status">
            {left === 0 ? 'All of these are settled.' : `${counted(left, 'coding')} to look at`}
            {more > 0 && `, ${counted(more, 'more', 'more')} on the next page`}
          </p>
          {order.map((code) => (
            <ReviewGroup
              key={code.id}
              code={code}
              items={groups.get(code.id)!}
              versions={page.versions[code.id] ?? []}
              acts={acts}
            />
          ))}
        </Steps>
      )}
      {left === 0 && more > 0 && (
        <Button mt="md" onClick={() => router.refresh()}>
          Next page
        </Button>
      )}
      <Picker
        picking={recoding && { title: 'The code that fits', quote: recoding.quote }}
        recent={[]}
        close={() => setRecoding(null)}
        choose={(codeId) => {
          if (recoding) void review.put(recoding, codeId);
          setRecoding(null);
        }}
      />
    </>
  );
}
