import type { Codebook } from '../../model/codebook';
import type { IndicatorDeclaration, SplitText } from '../../model/declarations';
import type { Check, CheckSubject, Finding } from '../check';
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
  run: findCircular,
};

function* findCircular({ codebook }: CheckSubject): Iterable<Finding> {
  for (const indicator of codebook.own.indicators) {
    const own = variableOf(codebook, indicator);
    for (const split of indicator.by ?? []) yield* problemOf(indicator, split, own);
  }
}

function* problemOf(indicator: IndicatorDeclaration, { variables }: SplitText, own: string | undefined): Iterable<Finding> {
  const expected = 'A split must be by a variable other than the one measured, and cross two different ones.';
  for (const [at, { text, place }] of variables.entries()) {
    if (text === own) yield { place, expected, found: `\`${indicator.id.text}\` is of \`${text}\` itself` };
    else if (variables.findIndex((one) => one.text === text) < at)
      yield { place, expected, found: `\`${text}\` is crossed with itself` };
  }
}

/** The one variable whose categories the indicator is of. */
function variableOf(codebook: Codebook, indicator: IndicatorDeclaration): string | undefined {
  const typed = operandOf(codebook, indicator, 'of')?.typed;
  if (typed === undefined) return undefined;
  if (typed.kind === 'reading') return typed.variable;
  const side = typed.kind === 'comparison' ? typed.left : typed.kind === 'one_of' ? typed.operand : undefined;
  return side?.kind === 'reading' ? side.variable : undefined;
}
