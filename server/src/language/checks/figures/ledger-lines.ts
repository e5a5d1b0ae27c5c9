import { remembered } from '../../model/remember';
import { figureLines, ledgerOf } from '../../review/ledger';
import type { BoundData, LedgerLine } from '../../shares';
import type { CheckSubject } from '../check';

/** The published numbers of a file beside what is computed: without data only those of frames. */
export function ownLines({ codebook, bound }: CheckSubject): readonly LedgerLine[] {
  const own = codebook.own.figures.filter((figure) => codebook.figures.get(figure.id.text) === figure);
  if (bound === undefined) {
    return own.flatMap((figure) => (figure.frames === undefined ? [] : figureLines(codebook, undefined, figure)));
  }
  const names = new Set(own.map((figure) => figure.id.text));
  return wholeLedger(bound).filter((line) => names.has(line.figure));
}

const wholeLedger = remembered((bound: BoundData) => ledgerOf(bound.codebook, bound));

/** What a line is about, in words of the codebook. */
export function aboutLine({ item, category, groups }: LedgerLine): string {
  const names = [item, category, ...Object.values(groups)];
  return names.flatMap((name) => (name === undefined ? [] : [`\`${name}\``])).join(', ');
}
