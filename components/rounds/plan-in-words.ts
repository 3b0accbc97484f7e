import { listed } from '@/components/ui/listed';
import type { Round, Stratum } from '@/lib/rounds';

type Planned = Pick<Round, 'documentIds' | 'coderIds' | 'sample' | 'dealt'>;

/**
 * How the documents of a round were drawn and dealt, a sentence each, complete enough to do it again. `nameOf` gives the
 * name of an attribute by its key. Empty where somebody chose the documents and everyone codes all of them.
 */
export function planInWords({ sample, dealt, coderIds }: Planned, nameOf = (key: string) => key): string[] {
  const sentences: string[] = [];
  if (sample) {
    const all = sample.strata.reduce((sum, { of }) => sum + of, 0);
    const which = sample.fresh ? ' that had been in no round before' : '';
    const strata =
      sample.by === null
        ? ''
        : `, stratified by ${nameOf(sample.by)} in proportion: ${listed(sample.strata.map(stratumInWords))}`;
    sentences.push(`${sample.size} of ${all} documents${which} were drawn at random (seed ${sample.seed})${strata}.`);
  }
  if (dealt) {
    const coders = dealt.perDocument === 1 ? 'one' : dealt.perDocument;
    sentences.push(
      `Each document was given to ${coders} of ${coderIds.length} coders, in equal shares (seed ${dealt.seed}).`,
    );
  }
  return sentences;
}

export function stratumInWords({ value, of, drawn }: Stratum): string {
  return `${value || 'not said'} ${drawn} of ${of}`;
}
