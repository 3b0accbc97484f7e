import { useMemo } from 'react';
import type { ReaderProps } from '@/components/reader';
import type { Coding } from '@/lib/codings';
import { hiddenCount, passes, type Filter } from './filter';

/** What the filter tells the reader: what is not there, or what is there faintly. */
export function useSight(filter: Filter): Pick<ReaderProps, 'shown' | 'dimmed'> {
  return useMemo(() => {
    if (hiddenCount(filter) === 0) return {};
    if (filter.how === 'dim') return { dimmed: (coding: Coding) => !passes(filter, coding) };
    return { shown: (coding: Coding) => passes(filter, coding) };
  }, [filter]);
}
