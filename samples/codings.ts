import type { SampleCoding, SampleFinished } from './sample-study';

export const codings: SampleCoding[] = [];
export const finished: SampleFinished[] = [];
