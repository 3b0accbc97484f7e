'use client';

import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { StepBar, useSteps } from '@/components/ui/steps';

type Props = { total: number; first: number; children: ReactNode };

/** Steps from item to item: J and K anywhere, the arrows inside the list, Enter opens the passage. */
export function Stepper({ total, first, children }: Props) {
  const { list, step } = useSteps('[data-difference]');
  const [here, setHere] = useState<number | null>(null);
  const noticed = (event: FocusEvent<HTMLDivElement>) => {
    const number = event.target.closest<HTMLElement>('[data-difference]')?.dataset.difference;
    if (number) setHere(Number(number));
  };
  return (
    <>
      <StepBar item="difference" step={step} keys={{ Enter: 'opens the passage' }}>
        <span>{here === null ? `From ${first} of ${total}` : `${here} of ${total}`}</span>
      </StepBar>
      <div ref={list} onFocus={noticed} onKeyDown={(event) => pressed(event, step)}>{children}</div>
    </>
  );
}

function pressed(event: KeyboardEvent<HTMLElement>, step: (by: number) => void): void {
  const item = event.target as HTMLElement;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  }
  if (event.key === 'Enter' && item.dataset.difference) item.querySelector<HTMLAnchorElement>('[data-passage]')?.click();
}
