import { useCallback, useMemo } from 'react';
import { useUnhurried } from '@/components/ui/use-unhurried';
import type { Attribute, Near } from '@/lib/documents';
import { mapped, readTexts, rowDrafts, type RowDraft } from './row-drafts';
import { newAttributes, targetsFault, type ReadTable, type Target } from './targets';
import { useNear, useSketched, type Fresh } from './use-near';

/** What would come of a table, before anything is sent. */
export type DryRun = {
  /** What is wrong with the choice of columns, or null. */
  fault: string | null;
  /** The attributes that columns make, by the column's place. */
  made: ReadonlyMap<number, Attribute>;
  drafts: readonly RowDraft[];
  near: readonly Near[];
  /** Whether all of this is about the columns as they are chosen now. */
  ready: boolean;
};

/** Looks at every row in small steps, anew whenever the columns become something else. */
export function useDryRun(table: ReadTable, targets: readonly Target[], defined: readonly Attribute[]): DryRun {
  const made = useMemo(() => newAttributes(table, targets, defined), [table, targets, defined]);
  const fault = targetsFault(targets, made.values());
  const column = targets.indexOf('text');
  const texts = useUnhurried(useCallback(() => (column < 0 ? [] : readTexts(table, column)), [table, column]));
  const isRead = fault === null && texts.ready;
  const drafts = useUnhurried(
    useCallback(
      () => (isRead ? rowDrafts(table, texts.all, mapped(targets, defined, made)) : []),
      [isRead, table, texts.all, targets, defined, made],
    ),
  );
  const near = useNear(useSketched(useMemo(() => freshOf(table, column), [table, column])));
  return { fault, made, drafts: drafts.all, near: near.all, ready: isRead && drafts.ready && near.ready };
}

function freshOf({ rows, numbers }: ReadTable, column: number): Fresh[] {
  return column < 0 ? [] : rows.map((cells, index) => ({ id: String(numbers[index]), text: cells[column] ?? '' }));
}
