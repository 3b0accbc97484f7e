import { briefing } from './marks/briefing';
import { communique } from './marks/communique';
import { council } from './marks/council';
import { energy } from './marks/energy';
import { forum } from './marks/forum';
import { gulfNewspaper } from './marks/gulf-newspaper';
import { opEd } from './marks/op-ed';
import { pressComment } from './marks/press-comment';
import { thread } from './marks/thread';
import type { SampleCoding, SampleFinished, StatementMarks } from './sample-study';

const marks: Record<string, StatementMarks> = {
  briefing,
  council,
  thread,
  'op-ed': opEd,
  'gulf-newspaper': gulfNewspaper,
  communique,
  forum,
  'press-comment': pressComment,
  energy,
};

/** Begun and left off: what is not marked here has not been judged. */
const unfinished: SampleFinished[] = [{ statement: 'forum', analyst: 'marek' }];

/** All codings of the study, statement by statement and analyst by analyst. Nobody has coded the last statement. */
export const codings: SampleCoding[] = Object.entries(marks).flatMap(([statement, byAnalyst]) =>
  Object.entries(byAnalyst).flatMap(([analyst, passages]) =>
    passages.map(([code, quote, memo]) => ({ statement, analyst, code, quote, ...(memo && { memo }) })),
  ),
);

/** Everybody has finished whatever they have begun, but for what is listed above. */
export const finished: SampleFinished[] = Object.entries(marks)
  .flatMap(([statement, byAnalyst]) => Object.keys(byAnalyst).map((analyst) => ({ statement, analyst })))
  .filter((done) => !unfinished.some((open) => open.statement === done.statement && open.analyst === done.analyst));
