import { countTrend, type Trend } from '@/app/_server/agreement';
import type { Ask } from '@/app/_server/counting/tasks';
import { leavingSignal } from '@/app/_server/leaving';
import { queryOf } from '@/components/agreement/choices';
import { counted } from '@/components/agreement/refused';
import { TrendView, type TrendRound, type TrendValue } from '@/components/agreement/trend-view';
import type { Figure } from '@/lib/agreement';

export function CountedTrend({ ask }: { ask: Ask }) {
  return counted(countTrend(ask, leavingSignal()), (trend) => (
    <section aria-labelledby="trend">
      <h2 id="trend">From round to round</h2>
      <TrendView rounds={trend.map((each) => shown(each, ask))} />
    </section>
  ));
}

function shown({ round, point }: Trend[number], { by, asked }: Ask): TrendRound {
  return {
    id: round.id,
    title: round.title,
    closed: round.closedAt.slice(0, 10),
    coders: point.coders,
    documents: point.doubleCodedDocuments,
    units: point.pairableUnits,
    same: point.percent.value,
    all: valueOf(point.alpha),
    codes: point.codes.map(({ codeId, name, alpha }) => ({ codeId, name, alpha: valueOf(alpha) })),
    to: `/projects/${by.projectId}/agreement${queryOf({ ...asked, round: round.id, at: null })}`,
  };
}

function valueOf({ value, interval, because }: Figure): TrendValue {
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, because };
}
