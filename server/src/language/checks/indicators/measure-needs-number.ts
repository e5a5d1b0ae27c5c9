import type { IndicatorDeclaration, Measure } from '../../model/declarations';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { replaceInExpression } from '../expressions/edits';
import { type Operand, operandOf, typeInWords } from './operands';
import { indicatorOfSupport } from './support-example';

export const measureNeedsNumber: Check = {
  code: 'measure-needs-number',
  severity: 'error',
  title: 'Mean of something that is not a number',
  doc: {
    why: 'Answers have codes, but their codes are names: a mean of them means nothing. Use `score(question)` with scores declared on the scale, or take a share.',
    wrong: indicatorOfSupport('mean_support: {measure: mean, of: support}'),
    right: indicatorOfSupport('mean_support: {measure: mean, of: score(support)}'),
  },
  looksAt: ['indicators', 'figures'],
  run: findNoNumbers,
};

function* findNoNumbers({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    const { measure } = indicator;
    if (measure === undefined || !takesNumbers(measure)) continue;
    for (const key of ['of', 'per'] as const) {
      const operand = operandOf(codebook, indicator, key);
      if (operand !== undefined && !fits(measure, operand)) yield misfit(indicator, measure, operand);
    }
  }
}

function takesNumbers(measure: Measure): boolean {
  return ['mean', 'median', 'quantile', 'total', 'ratio', 'alpha'].includes(measure);
}

/** A total, and a ratio of two, can be of a condition: then it is the number of those for whom it is yes. */
function fits(measure: Measure, { type }: Operand): boolean {
  if (type.kind === 'yes_no') return measure === 'total' || measure === 'ratio';
  return type.kind === 'number';
}

function misfit({ id }: IndicatorDeclaration, measure: Measure, operand: Operand): Finding {
  const orCondition = measure === 'total' || measure === 'ratio' ? ', or a condition' : '';
  return {
    place: operand.text.place,
    expected: `\`${measure}\` must be of a number or of the \`score\` of a scale${orCondition}.`,
    found: `\`${id.text}\` is of ${typeInWords(operand.type)}${hasNoScores(operand) ? ' without scores' : ''}`,
    fixes: asScore(operand),
  };
}

/** Only where the scale has scores: else the next problem would be that it has none. */
function asScore({ typed, type, text }: Operand): readonly Fix[] {
  if (typed.kind !== 'reading' || type.kind !== 'category') return [];
  if (hasNoScores({ type })) return [];
  const score = `score(${text.parsed.text.trim()})`;
  const edit = replaceInExpression(text, { start: 0, end: text.parsed.text.length }, score);
  return [{ title: `Change to \`${score}\``, safe: false, edits: [edit] }];
}

function hasNoScores({ type }: Pick<Operand, 'type'>): boolean {
  return type.kind === 'category' && type.scale.categories.some(({ score }) => score === undefined);
}
