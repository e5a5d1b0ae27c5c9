import type { Codebook } from '../../model/codebook';
import type { IndicatorDeclaration, Name } from '../../model/declarations';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { replaceInExpression } from '../expressions/edits';
import { changeTo } from '../fixes/edits';
import { type Operand, operandOf, typeInWords } from './operands';
import { indicatorOfSupport } from './support-example';

export const measureDoesNotFit: Check = {
  code: 'measure-does-not-fit',
  severity: 'error',
  title: 'Measure that does not fit what it is of',
  doc: {
    why: 'A share is of a condition, a distribution of categories, Cronbach’s alpha of a whole battery. Change the measure, or say which answers are counted.',
    wrong: indicatorOfSupport('supported: {measure: share, of: support, base: answered}'),
    right: indicatorOfSupport('supported: {measure: share, of: support = high, base: answered}'),
  },
  looksAt: ['indicators', 'figures'],
  run: findMisfits,
};

function* findMisfits({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const operand = operandOf(codebook, indicator, 'of');
    if (operand !== undefined) yield* misfitOf(codebook, indicator, operand);
  }
}

function* misfitOf(
  codebook: Codebook,
  { id, measure, measureName }: IndicatorDeclaration,
  operand: Operand,
): Iterable<Finding> {
  const found = `\`${id.text}\` is of ${typeInWords(operand.type)}`;
  const { place } = operand.text;
  switch (measure) {
    case 'share':
    case 'count':
      if (operand.type.kind === 'yes_no') return;
      yield {
        place,
        expected: `A ${measure} must be of a condition, which is yes or no for each respondent.`,
        found,
        fixes: [...asConditions(operand), ...asDistribution(codebook, operand, measureName)],
      };
      return;
    case 'distribution':
      if (isDistributable(codebook, operand)) return;
      yield {
        place,
        expected: 'A distribution must be of categories, or of a whole number with a closed `range`.',
        found: operand.type.kind === 'number' ? `${found} without a closed range` : found,
      };
      return;
    case 'alpha':
      if (operand.isVector || operand.type.kind !== 'number') return;
      yield {
        place,
        expected: 'Alpha must be of the scores of a battery: `score(battery)`.',
        found: `${found} for each respondent`,
      };
      return;
    default:
      return;
  }
}

/** The first categories of the scale are as good examples as any. */
function asConditions({ typed, type, text }: Operand): readonly Fix[] {
  if (typed.kind !== 'reading' || type.kind !== 'category') return [];
  return type.scale.categories.slice(0, 3).map(({ id }) => {
    const condition = `${text.parsed.text.trim()} = ${id}`;
    const edit = replaceInExpression(text, { start: 0, end: text.parsed.text.length }, condition);
    return { title: `Change to \`${condition}\``, safe: false, edits: [edit] };
  });
}

/** All the categories instead of some. */
function asDistribution(codebook: Codebook, operand: Operand, measure: Name | undefined): readonly Fix[] {
  return measure?.text === 'share' && isDistributable(codebook, operand) ? [changeTo('distribution', measure.place)] : [];
}

function isDistributable(codebook: Codebook, { typed, type }: Operand): boolean {
  if (type.kind === 'category' || type.kind === 'yes_no') return true;
  if (type.kind !== 'number' || typed.kind !== 'reading') return false;
  const range = codebook.variables.get(typed.variable)?.declaration.range;
  return range?.low !== undefined && range.high !== undefined;
}
