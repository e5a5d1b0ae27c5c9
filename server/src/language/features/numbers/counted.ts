import type { FileModel } from '../../model/codebook';
import type { Words } from '../words';
import { statusWords } from '../words/status';
import { countText } from './text';

const kinds = ['scales', 'questions', 'derived', 'indicators', 'figures'] as const;

/** How much there is of each kind. */
type Sizes = Readonly<Record<(typeof kinds)[number], number>>;

export function sizesOf({ scales, questions, derived, indicators, figures }: FileModel): Sizes {
  return {
    scales: scales.filter(({ id }) => id !== undefined).length,
    questions: questions.length,
    derived: derived.length,
    indicators: indicators.length,
    figures: figures.length,
  };
}

/** "142 questions, 38 indicators"; `''` where there is nothing. */
export function countedLine(sizes: Partial<Sizes>, words: Words): string {
  return kinds
    .flatMap((kind) => {
      const size = sizes[kind] ?? 0;
      return size === 0 ? [] : [statusWords[words.language].counted[kind](size, countText(size, words))];
    })
    .join(', ');
}
