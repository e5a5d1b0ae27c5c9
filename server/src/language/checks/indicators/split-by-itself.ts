import type { Codebook } from '../../model/codebook';
import type { IndicatorDeclaration, SplitText } from '../../model/declarations';
import type { Fix } from '../../problem';
import { mapPair } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { changeTo, offered, pairAt, removeListed } from '../fixes/edits';
import { operandOf } from './operands';
import { indicatorOfSupport } from './support-example';

export const splitByItself: Check = {
  code: 'split-by-itself',
  severity: 'warning',
  title: 'Split by itself',
  doc: {
    why: 'When a result is split by the variable it is of, every group is 0 or 100 percent; and a variable crossed with itself has only its diagonal. Another variable was probably meant.',
    wrong: indicatorOfSupport('supported: {measure: share, of: support = high, by: [support], base: answered}'),
    right: indicatorOfSupport('supported: {measure: share, of: support = high, by: [], base: answered}'),
  },
  looksAt: ['indicators', 'figures'],
  run: findCircular,
};

function* findCircular({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const own = variableOf(codebook, indicator);
    for (const split of indicator.by ?? []) yield* problemOf(indicator, split, own);
  }
}

function* problemOf(indicator: IndicatorDeclaration, split: SplitText, own: string | undefined): Iterable<Finding> {
  const expected = 'A split must be by a variable other than the one measured, and cross two different ones.';
  const { variables } = split;
  for (const [at, { text, place }] of variables.entries()) {
    const fixes = withoutPart(indicator, split, at);
    if (text === own) yield { place, expected, found: `\`${indicator.id.text}\` is of \`${text}\` itself`, fixes };
    else if (variables.findIndex((one) => one.text === text) < at)
      yield { place, expected, found: `\`${text}\` is crossed with itself`, fixes };
  }
}

/** The split with what is left of it; without it where nothing is, and `[]` where no other is stated. */
function withoutPart({ id, by = [] }: IndicatorDeclaration, { variables, place }: SplitText, at: number): readonly Fix[] {
  const rest = variables.filter((_, position) => position !== at).map(({ text }) => text);
  if (rest.length > 0) return [changeTo(rest.join(' * '), place)];
  const value = mapPair(pairAt(id.place)?.pair.value, 'by')?.value;
  if (by.length > 1 || value === undefined) return offered('Remove the split', removeListed(place));
  return offered('Remove the split', [{ place: { entry: place.entry, span: value.span }, newText: '[]' }]);
}

/** The one variable whose categories the indicator is of. */
function variableOf(codebook: Codebook, indicator: IndicatorDeclaration): string | undefined {
  const typed = operandOf(codebook, indicator, 'of')?.typed;
  if (typed === undefined) return undefined;
  if (typed.kind === 'reading') return typed.variable;
  const side = typed.kind === 'comparison' ? typed.left : typed.kind === 'one_of' ? typed.operand : undefined;
  return side?.kind === 'reading' ? side.variable : undefined;
}
