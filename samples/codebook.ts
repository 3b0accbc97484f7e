import { antiUs } from './codebook-anti-us';
import { gulf } from './codebook-gulf';
import { stability } from './codebook-stability';
import { status } from './codebook-status';
import type { SampleCode } from './sample-code';

export type { SampleCode, SampleExample } from './sample-code';

/**
 * The demo codebook: four top codes, each with the children that resolve its borderlines. The definitions are meant
 * to be coded by, so every code says where it stops and which neighbour takes over there.
 */
export const codebook: SampleCode[] = [stability, status, antiUs, gulf];

/** Codes that theory led the team to expect and that the corpus never shows. An empty code is a result, too. */
export const deliberatelyUnused: string[] = ['distance'];
