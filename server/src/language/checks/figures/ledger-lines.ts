import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration } from '../../model/declarations';
import { type FigureKey, figureKeys } from '../../model/figure-keys';
import { figureTable } from '../../review/figure-table';
import { figureLines } from '../../review/ledger';
import type { LedgerLine } from '../../shares';
import type { CheckSubject } from '../check';

/** The published numbers of an entry beside what is computed: without data only those of frames. */
export function ownLines({ codebook, bound, own }: CheckSubject): readonly LedgerLine[] {
  return own.figures.flatMap((figure) => {
    const isComputed = codebook.figures.get(figure.id.text) === figure && (bound !== undefined || figure.frames !== undefined);
    return isComputed ? figureLines(codebook, bound, figure) : [];
  });
}

/** What a line is about, in words of the codebook. */
export function aboutLine({ item, category, groups }: LedgerLine): string {
  const names = [item, category, ...Object.values(groups)];
  return names.flatMap((name) => (name === undefined ? [] : [`\`${name}\``])).join(', ');
}

interface CountsBehind {
  readonly counted: number;
  readonly base: number;
}

/** The unweighted numbers a computed share comes from; `undefined` where it is weighted. */
export function countsBehind({ codebook, bound }: CheckSubject, line: LedgerLine): CountsBehind | undefined {
  const figure = codebook.figures.get(line.figure);
  if (figure === undefined || bound === undefined || bound.weighted) return undefined;
  const table = figureTable(codebook, bound, figure);
  const keys = keysOf(codebook, figure, line);
  if (table.kind === 'none' || keys === undefined) return undefined;
  const whole = (statistic: 'count' | 'base') => table.number({ statistic, keys, decimals: 0, rounding: 'half_up' });
  const [counted, base] = [whole('count'), whole('base')];
  return counted.kind === 'number' && base.kind === 'number' ? { counted: counted.value, base: base.value } : undefined;
}

function keysOf(codebook: Codebook, figure: FigureDeclaration, { place }: LedgerLine): readonly FigureKey[] | undefined {
  for (const numbers of figure.numbers) {
    const cell = numbers.cells.find(({ number }) => number.place === place);
    if (cell !== undefined) return figureKeys(codebook, figure, numbers, cell);
  }
  return undefined;
}
