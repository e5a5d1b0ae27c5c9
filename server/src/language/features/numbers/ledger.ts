import { figureLines } from '../../review/ledger';
import { boundDataOf } from '../../workspace';
import type { Page } from '../page';
import { aidWords } from '../words/aids';
import { countText } from './text';

const statuses = ['equal', 'differs', 'not_computable', 'unverifiable'] as const;

/** "32 equal, 1 differ": what the command line counts for the figure. */
export function ledgerLine({ snapshot, codebook, words }: Page, id: string): string {
  const figure = codebook.figures.get(id);
  if (figure === undefined) return '';
  const lines = figureLines(codebook, boundDataOf(snapshot, codebook.file), figure);
  const counted = statuses.flatMap((status) => {
    const count = lines.filter((line) => line.status === status).length;
    return count === 0 ? [] : [`${countText(count, words)} ${aidWords[words.language].ledger[status](count)}`];
  });
  return counted.join(', ');
}
