import type { TypedExpression, UnknownRule } from '../../expression';
import { aggregateIn, isOpenCount, itemsOf } from '../aggregates';
import { quoted, rName, vector } from './quote';

/**
 * An expression in R. Answers carry their missing kinds with them (`Ops.answer` in the script's head), so that the R reads as the
 * codebook does; R's own `&` and `|` are three-valued. `item`: the item that a battery is read at.
 */
export function rExpression(typed: TypedExpression, item?: string, rule?: UnknownRule): string {
  const aggregate = aggregateIn(typed);
  const context = { item, rule };
  if (aggregate === undefined || !isOpenCount(aggregate, rule)) return write(typed, context);
  const counted = { ...context, counted: 'COUNT' };
  return `for_every_count(${itemList(aggregate, rule)}${ruleArguments(rule)}, function(COUNT) ${write(typed, counted)})`;
}

interface Context {
  readonly item: string | undefined;
  readonly rule: UnknownRule | undefined;
  /** The name that stands for the count, where every count is tried. */
  readonly counted?: string;
}

const operators = { and: '&', or: '|', '=': '==', '!=': '!=' } as const;

function write(typed: TypedExpression, context: Context): string {
  switch (typed.kind) {
    case 'constant':
      return constant(typed.value);
    case 'reading':
      return rName(typed.variable, typed.item ?? (typed.type.kind === 'vector' ? context.item : undefined));
    case 'not':
      return `!${inner(typed.operand, context)}`;
    case 'minus':
      return `-${inner(typed.operand, context)}`;
    case 'logic':
      return `${inner(typed.left, context)} ${operators[typed.operator]} ${inner(typed.right, context)}`;
    case 'comparison':
      return comparison(typed, context);
    case 'arithmetic':
      return `${inner(typed.left, context)} ${typed.operator} ${inner(typed.right, context)}`;
    case 'one_of':
      return `${typed.negated ? '!' : ''}one_of(${write(typed.operand, context)}, c(${typed.values.map(constant).join(', ')}))`;
    case 'score':
      return score(typed, context);
    case 'level':
      return `is_${typed.level}(${write(typed.operand, context)})`;
    case 'kind':
      return `${typed.negated ? '!' : ''}is_missing_as(${write(typed.operand, context)}, ${vector(typed.kinds)})`;
    case 'aggregate':
      return aggregate(typed, context);
    case 'unresolved':
      return 'stop("an expression with errors")';
  }
}

function constant(value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? quoted(value) : `${value}`;
}

function inner(typed: TypedExpression, context: Context): string {
  const text = write(typed, context);
  const stands = ['constant', 'reading', 'score', 'level', 'aggregate'].includes(typed.kind);
  return stands && !text.startsWith('-') && !text.includes(' >= ') && !text.includes(' == ') ? text : `(${text})`;
}

function comparison(typed: TypedExpression & { readonly kind: 'comparison' }, context: Context): string {
  const { operator, ranking } = typed;
  const side = (one: TypedExpression): string => (ranking === undefined ? inner(one, context) : ranked(one, ranking, context));
  const symbol = operator === '=' ? '==' : operator;
  return `${side(typed.left)} ${symbol} ${side(typed.right)}`;
}

/** A category by its rank, 1 for the least. */
function ranked(typed: TypedExpression, ranking: readonly string[], context: Context): string {
  const least = typed.kind === 'constant' ? ranking.indexOf(`${typed.value}`) : -1;
  return least < 0 ? `rank_of(${write(typed, context)}, ${vector(ranking)})` : `${least + 1}`;
}

function score(typed: TypedExpression & { readonly kind: 'score' }, context: Context): string {
  const item = typed.operand.item ?? context.item ?? '';
  const scores = typed.scores.map((one) => `${quoted(one.category)} = ${one.score}`).join(', ');
  const reverse = typed.reversed.includes(item) ? ', reverse = TRUE' : '';
  return `score_of(${write(typed.operand, context)}, c(${scores})${reverse})`;
}

function aggregate(typed: TypedExpression & { readonly kind: 'aggregate' }, context: Context): string {
  const { rule, counted } = context;
  if (typed.function === 'sum' || typed.function === 'mean') {
    return `${typed.function}_of(${itemList(typed, rule)}${ruleArguments(rule)})`;
  }
  const count = counted ?? `count_of(${itemList(typed, rule)}${ruleArguments(rule)})`;
  if (typed.function === 'any') return `${count} >= 1`;
  return typed.function === 'all' ? `${count} == ${typed.items}` : count;
}

function itemList(typed: TypedExpression & { readonly kind: 'aggregate' }, rule: UnknownRule | undefined): string {
  return `list(${itemsOf(typed)
    .map(({ part, item }) => write(part, { item, rule }))
    .join(', ')})`;
}

function ruleArguments(rule: UnknownRule | undefined): string {
  const asNo = [...(rule?.dontKnow === 'as_no' ? ['dont_know'] : []), ...(rule?.notAsked === 'as_no' ? ['not_asked'] : [])];
  return [
    rule === undefined ? '' : `, unknown = ${quoted(rule.rule)}`,
    rule?.minValid === undefined ? '' : `, min_valid = ${rule.minValid}`,
    asNo.length === 0 ? '' : `, as_no = ${vector(asNo)}`,
  ].join('');
}
