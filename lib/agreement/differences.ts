import type { Span } from '@/lib/text';
import { gather, partFor } from './gather';
import type { Gathered } from './gather';
import type { Choices, Difference, ReportCode, ReportInput } from './report-shape';
import { sweep } from './sweep';

/**
 * The units on which finished coders differ about a code, or about any chosen code when `codeId` is null: document by
 * document, in text order, and where one unit divides coders twice, in the order of the codebook. At character level
 * neighbouring characters with the same answer are one unit.
 */
export function differences(input: ReportInput, choices: Choices, codeId: string | null = null): Difference[] {
  const { documents, codes } = gather(input, choices);
  const asked = codes.filter(({ id }) => codeId === null || id === codeId);
  return documents.flatMap((gathered) =>
    asked.flatMap((code) => inDocument(gathered, code)).sort((one, other) => one.unit.start - other.unit.start),
  );
}

function inDocument(gathered: Gathered, code: ReportCode): Difference[] {
  const { marks } = partFor(gathered, code.id);
  const coders = [...marks.keys()];
  const layers = coders.map((coder) => marks.get(coder)?.get(code.id) ?? []);
  const found: Difference[] = [];
  for (const { start, end, on } of sweep(gathered.axis.length, layers)) {
    if (on.size === 0 || on.size === coders.length) continue;
    const yes = coders.filter((_, layer) => on.has(layer));
    const no = coders.filter((_, layer) => !on.has(layer));
    const unit = (place: Span) => ({ documentId: gathered.document.id, unit: place, codeId: code.id, yes, no });
    found.push(...gathered.axis.places({ start, end }).map(unit));
  }
  return found;
}
