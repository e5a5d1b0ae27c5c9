import { figureLines } from '../review/ledger';
import { boundDataOf } from '../workspace';
import { countText } from './number-text';
import type { Page } from './preview-tables';

/** How the published numbers of an indicator compare with those computed, a line for each figure that gives some. */
export function publishedNote({ snapshot, codebook, words }: Page, indicator: string): readonly string[] {
  const bound = boundDataOf(snapshot, codebook.file);
  if (bound === undefined) return [];
  return [...codebook.figures.values()].flatMap((figure) => {
    if (figure.indicator?.text !== indicator) return [];
    const lines = figureLines(codebook, bound, figure).filter(({ status }) => status === 'equal' || status === 'differs');
    if (lines.length === 0) return [];
    const equal = lines.filter(({ status }) => status === 'equal').length;
    const page = figure.source?.page;
    const source = page === undefined ? '' : words.notes.page(page);
    return [words.notes.published(countText(equal, words), countText(lines.length, words), source)];
  });
}
