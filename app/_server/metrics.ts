import 'server-only';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What is counted, with the words that Prometheus shows. */
const meanings = {
  concord_api_limited_total: 'Requests of scripts that were told to wait.',
  concord_api_requests_total: 'Requests of scripts, by token.',
  concord_changes_accepted_total: 'Changes stored, repeats included.',
  concord_changes_refused_total: 'Changes that were refused with a sentence.',
  concord_failures_total: 'Requests that failed on our side.',
  concord_stream_events_total: 'Events sent to live streams.',
  concord_streams_open: 'Live streams that are open now.',
} as const;
type Name = keyof typeof meanings;

type Meters = { counts: Record<Name, number>; delay: ReturnType<typeof monitorEventLoopDelay> };

declare global {
  var concordMeters: Meters | undefined;
}

/** Adds to one of the counts of this process. */
export function count(name: Name, by = 1): void {
  meters().counts[name] += by;
}

/** All counts of this process in Prometheus' text format. They name no person, project or text. */
export function metricsText(): string {
  const { counts, delay } = meters();
  const lines = Object.entries(counts).flatMap(([name, value]) => {
    const type = name.endsWith('_total') ? 'counter' : 'gauge';
    return [`# HELP ${name} ${meanings[name as Name]}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
  });
  const gauges = {
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_start_time_seconds: Math.round(Date.now() / 1_000 - process.uptime()),
    nodejs_eventloop_lag_p99_seconds: delay.percentile(99) / 1e9,
  };
  for (const [name, value] of Object.entries(gauges)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
  return `${lines.join('\n')}\n`;
}

function meters(): Meters {
  return (globalThis.concordMeters ??= begin());
}

function begin(): Meters {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const counts = Object.fromEntries(Object.keys(meanings).map((name) => [name, 0])) as Record<Name, number>;
  return { counts, delay };
}
