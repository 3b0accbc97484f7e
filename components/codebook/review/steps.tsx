import type { KeyboardEvent, ReactNode } from 'react';
import { StepBar, useSteps } from '@/components/ui/steps';
import type { Item } from './review';
import type { ReviewActs } from './use-review';

type Props = { acts: ReviewActs; items: Item[]; children: ReactNode };

const keys = { Enter: 'keeps', R: 'recodes', Delete: 'drops', O: 'opens the text' };

/** Steps from coding to coding (J and K anywhere) and decides about the one that has the focus, by key. */
export function Steps({ acts, items, children }: Props) {
  const { list, step } = useSteps('[data-coding]');

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const item = items.find(({ coding }) => coding.id === target.dataset.coding);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') acts.keep([item]);
    else if (event.key === 'Delete') acts.drop(item);
    else if (event.key.toLowerCase() === 'r') acts.recode(item);
    else if (event.key.toLowerCase() === 'o') target.querySelector<HTMLAnchorElement>('[data-passage]')?.click();
    else return;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === 'Delete') step(1);
  };

  return (
    <>
      <StepBar item="coding" step={step} keys={keys} />
      <div ref={list} onKeyDown={press}>
        {children}
      </div>
    </>
  );
}
