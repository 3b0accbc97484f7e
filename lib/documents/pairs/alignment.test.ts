import { expect, it } from 'vitest';
import { plainBlocks } from '@/lib/text';
import { acrossFrom, alignTexts } from './alignment';

const whole = (text: string) => ({ text, blocks: plainBlocks(text) });
const persian = whole('یک بند کوتاه.\n\nبند دوم که بسیار بلندتر از بند نخست است و چیزهای بیشتری می‌گوید.');
const english = whole('A short one.\n\nThe second, which is much longer than the first one and says more things.');
const texts = { original: persian, translation: english };
const second = { start: english.text.indexOf('second'), end: english.text.length };

it('keeps what it worked out for texts and anchors, and works it out anew for other anchors', () => {
  const first = alignTexts(texts, []);
  expect(alignTexts({ ...texts }, []).beads).toBe(first.beads);
  expect(alignTexts(texts, [{ original: 0, translation: 1 }]).beads).not.toEqual(first.beads);
  expect(alignTexts({ original: english, translation: persian }, []).beads).not.toBe(first.beads);
});

it('gives each pair its own words, also where another has paragraphs of the same lengths', () => {
  const other = whole(english.text.replaceAll('one', 'two'));
  const across = (alignment: ReturnType<typeof alignTexts>) => acrossFrom(alignment, 'translation', second);
  expect(alignTexts({ ...texts, translation: other }, []).texts.translation).toBe(other);
  expect(across(alignTexts(texts, []))).toEqual({ start: persian.text.indexOf('بند دوم'), end: persian.text.length });
});
