import type { TypedExpression } from '../../expression';
import { single } from '../../expression';
import { categoryIds } from '../../shares/columns';
import { aggregateIn, isOpenCount } from '../aggregates';
import type { Compiled, Context, Counted } from './compiled';
import { countInto, openCount } from './counts';
import { invalid, kindNumber, notAsked, numbersInBase, undetermined } from './kinds';
import { kindName, quoted, spssName } from './names';

/** An expression as a whole. */
export function compile(typed: TypedExpression, context: Context): Compiled {
  const aggregate = aggregateIn(typed);
  if (aggregate === undefined || !isOpenCount(aggregate, context.rule)) return node(typed, context);
  const part: Counted = (one, item) => node(one, { writer: context.writer, item, rule: context.rule });
  return openCount(aggregate, context, part, (counted) => node(typed, { ...context, counted }));
}

function node(typed: TypedExpression, context: Context): Compiled {
  switch (typed.kind) {
    case 'constant':
      return { value: constant(typed.value, typed), kind: '0' };
    case 'reading': {
      const item = typed.item ?? (typed.type.kind === 'vector' ? context.item : undefined);
      return { value: spssName(typed.variable, item), kind: kindName(typed.variable, item) };
    }
    case 'not': {
      const operand = node(typed.operand, context);
      return { ...operand, value: `(NOT ${operand.value})` };
    }
    case 'minus': {
      const operand = node(typed.operand, context);
      return { ...operand, value: `(0 - ${operand.value})` };
    }
    case 'one_of':
      return oneOf(typed, context);
    case 'score':
      return score(typed, context);
    case 'level': {
      const { kind } = node(typed.operand, context);
      return { value: `ANY(${kind}, ${numbersInBase(typed.level).join(', ')})`, kind: '0' };
    }
    case 'kind': {
      const { kind } = node(typed.operand, context);
      const test = `ANY(${kind}, ${typed.kinds.map(kindNumber).join(', ')})`;
      return { value: typed.negated ? `(NOT ${test})` : test, kind: '0' };
    }
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return meeting(typed, context);
    case 'aggregate':
      return context.counted ?? countInto(typed, context, (one, item) => node(one, { ...context, item }));
    case 'unresolved':
      return { value: '$SYSMIS', kind: `${invalid}` };
  }
}

function isText(typed: TypedExpression): boolean {
  return typed.type.kind !== 'unknown' && single(typed.type).kind === 'text';
}

/** Categories are numbered from 1 in the order of the codebook; yes is 1 and no is 0; a date is the number yyyymmdd. */
function constant(value: number | string | boolean, of: TypedExpression): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return value < 0 ? `(${value})` : `${value}`;
  const type = of.type.kind === 'unknown' ? undefined : single(of.type);
  if (type?.kind === 'category') return `${1 + (categoryIds(type) ?? []).indexOf(value)}`;
  return type?.kind === 'date' ? value.replaceAll('-', '') : quoted(value);
}

/** SPSS takes 0 times, or divided by, a missing value for 0, and a text has no missing value: then the value is made missing. */
function whereKnown(value: string, kinds: readonly string[], writer: Context['writer']): string {
  const open = kinds.filter((kind) => kind !== '0').map((kind) => `${kind} GT 0`);
  if (open.length === 0) return value;
  const name = writer.scratch('value');
  writer.say(`COMPUTE ${name} = ${value}.`, `IF (${open.join(' OR ')}) ${name} = $SYSMIS.`);
  return name;
}

function oneOf(typed: TypedExpression & { readonly kind: 'one_of' }, context: Context): Compiled {
  const operand = node(typed.operand, context);
  const plain = `ANY(${operand.value}, ${typed.values.map((value) => constant(value, typed.operand)).join(', ')})`;
  const test = isText(typed.operand) ? whereKnown(plain, [operand.kind], context.writer) : plain;
  return { kind: operand.kind, value: typed.negated ? `(NOT ${test})` : test };
}

function score(typed: TypedExpression & { readonly kind: 'score' }, context: Context): Compiled {
  const { writer, item } = context;
  const operand = node(typed.operand, context);
  const type = typed.operand.type.kind === 'unknown' ? undefined : single(typed.operand.type);
  const ids = type === undefined ? [] : (categoryIds(type) ?? []);
  const numbers = typed.scores.map((one) => one.score);
  const turn = typed.reversed.includes(typed.operand.item ?? item ?? '')
    ? Math.min(...numbers) + Math.max(...numbers)
    : undefined;
  const specs = typed.scores.map(
    (one) => `(${1 + ids.indexOf(one.category)}=${turn === undefined ? one.score : turn - one.score})`,
  );
  const value = writer.scratch('score');
  writer.say(`RECODE ${operand.value} ${specs.join('')} (ELSE=SYSMIS) INTO ${value}.`);
  if (type?.kind === 'category' && ids.every((id) => typed.scores.some((one) => one.category === id))) {
    return { value, kind: operand.kind };
  }
  const kind = writer.scratch('kind');
  writer.say(`COMPUTE ${kind} = ${operand.kind}.`, `IF (${kind} EQ 0 AND SYSMIS(${value})) ${kind} = ${invalid}.`);
  return { value, kind };
}

type Meeting = TypedExpression & { readonly kind: 'logic' | 'comparison' | 'arithmetic' };

const symbols: Readonly<Record<Meeting['operator'], string>> = {
  and: 'AND',
  or: 'OR',
  '=': 'EQ',
  '!=': 'NE',
  '<': 'LT',
  '<=': 'LE',
  '>': 'GT',
  '>=': 'GE',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
};

/** What was not asked stays so; what several leave open is undetermined, what one leaves open keeps its kind. */
function meeting(typed: Meeting, context: Context): Compiled {
  const { writer } = context;
  const left = node(typed.left, context);
  const right = node(typed.right, context);
  const plain = `(${sideOf(typed, typed.left, left)} ${symbols[typed.operator]} ${sideOf(typed, typed.right, right)})`;
  const open = [left.kind, right.kind].filter((kind) => kind !== '0');
  const isOfTexts = typed.kind === 'comparison' && isText(typed.left);
  if (typed.kind === 'comparison' && !isOfTexts && !typed.mixes && open.length < 2)
    return { value: plain, kind: open[0] ?? '0' };
  const kind = writer.scratch('kind');
  const isOpen = typed.kind === 'logic' ? `SYSMIS(${plain})` : open.map((one) => `${one} GT 0`).join(' OR ');
  writer.say(`COMPUTE ${kind} = 0.`);
  if (isOpen !== '')
    writer.say(`IF (${isOpen}) ${kind} = ${typed.mixes ? undetermined : `MAX(${[...open, '0'].join(', ')})`}.`);
  if (typed.kind === 'arithmetic' && typed.operator === '/')
    writer.say(`IF (${kind} EQ 0 AND ${right.value} EQ 0) ${kind} = ${invalid}.`);
  writer.say(...open.map((one) => `IF (${one} EQ ${notAsked}) ${kind} = ${notAsked}.`));
  return { value: isOfTexts || typed.kind === 'arithmetic' ? whereKnown(plain, [kind], writer) : plain, kind };
}

/** Ordered comparisons go by meaning: where the list runs from most to least, the numbers are turned round. */
function sideOf(typed: Meeting, side: TypedExpression, { value }: Compiled): string {
  if (typed.kind !== 'comparison' || typed.ranking === undefined) return value;
  const type = side.type.kind === 'unknown' ? undefined : single(side.type);
  const ids = type === undefined ? [] : (categoryIds(type) ?? []);
  return ids[0] === typed.ranking[0] ? value : `(0 - ${value})`;
}
