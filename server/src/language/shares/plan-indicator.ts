import type { TypedExpression } from '../expression';
import { single } from '../expression';
import type { Labels, ScalarType } from '../expression/types';
import { checkedExpression } from '../model/checked';
import type { CheckedText, Codebook, ResolvedIndicator, Variable } from '../model/codebook';
import type { ExpressionText, Measure } from '../model/declarations';
import { present } from '../model/fields';
import { isOfTicks } from '../model/indicators';
import { universeOfExpression } from '../model/universe';
import { typedUniverse } from './binding';
import type { Operand } from './engine';
import type { Plan, PlanRow } from './plan';
import { categoriesOf } from './plan-categories';

/** What an indicator computes; `undefined` where its definition is too broken to tell, or states no base. */
export function planOfIndicator(codebook: Codebook, resolved: ResolvedIndicator): Plan | undefined {
  const { declaration } = resolved;
  const { measure } = declaration;
  const of = declaration.of && checkedExpression(codebook, declaration.of, 'indicator_of');
  const per = declaration.per && checkedExpression(codebook, declaration.per, 'indicator_of');
  const among = declaration.among && checkedExpression(codebook, declaration.among, 'among', 'condition');
  const base = resolved.base ?? (measure === 'count' ? 'asked' : undefined);
  if (measure === undefined || base === undefined) return undefined;
  if ([of, per, among].some((text) => text !== undefined && isBroken(text))) return undefined;
  const type = of === undefined ? undefined : scalarType(of.checked.typed);
  if (!fits(measure, type) || (per !== undefined && scalarType(per.checked.typed)?.kind !== 'number')) return undefined;
  const isTicks = declaration.of !== undefined && isOfTicks(codebook, declaration.of);
  if (base === 'responses' && !(measure === 'share' && isTicks)) return undefined;
  const rows = rowsOf(codebook, measure, of, per);
  const variable = of === undefined ? undefined : readVariable(codebook, of.checked.typed);
  const categories = categoriesOf(measure, type, variable);
  if (rows === undefined || (measure === 'distribution' && categories.categories.length === 0)) return undefined;
  return {
    subject: {
      kind: 'indicator',
      id: declaration.id.text,
      labels: resolved.labels,
      ...(resolved.stage === undefined ? {} : { stage: resolved.stage }),
      measure,
    },
    measure,
    base,
    rows,
    ...categories,
    ...(among === undefined ? {} : { among: operandOf(codebook, among, 'among', undefined), amongText: among.text }),
    at: declaration.at.map((number) => number.value),
    by: resolved.by,
    weighted: !declaration.unweighted,
    designed: !declaration.unweighted && !declaration.undesigned,
    ci: resolved.ci,
    ...present({ compare: resolved.compare, test: resolved.test }),
    ...(resolved.adjust === 'holm' ? { adjust: resolved.adjust } : {}),
    decimals: resolved.decimals,
    rounding: resolved.rounding,
    stackable: measure === 'distribution' && !isTicks,
  };
}

function isBroken({ checked, problems }: CheckedText): boolean {
  return problems.length > 0 || checked.typed.kind === 'unresolved' || checked.type.kind === 'unknown';
}

/** Whether a measure can be computed from values of a type: categories have shares and no mean, numbers the reverse. */
function fits(measure: Measure, type: ScalarType | undefined): boolean {
  switch (measure) {
    case 'share':
      return type?.kind === 'yes_no';
    case 'distribution':
      return type?.kind === 'yes_no' || type?.kind === 'category' || type?.kind === 'number';
    case 'count':
      return type === undefined || type.kind === 'yes_no';
    case 'total':
      return type?.kind === 'number' || type?.kind === 'yes_no';
    case 'mean':
    case 'median':
    case 'quantile':
    case 'ratio':
    case 'alpha':
      return type?.kind === 'number';
  }
}

function scalarType(typed: TypedExpression): ScalarType | undefined {
  const type = single(typed.type);
  return type.kind === 'unknown' ? undefined : type;
}

/** The variable an expression does no more than name. */
function readVariable(codebook: Codebook, typed: TypedExpression): Variable | undefined {
  return typed.kind === 'reading' ? codebook.variables.get(typed.variable) : undefined;
}

function rowsOf(
  codebook: Codebook,
  measure: Measure,
  of: CheckedText | undefined,
  per: CheckedText | undefined,
): readonly PlanRow[] | undefined {
  if (of === undefined) return measure === 'count' ? [{ of: [] }] : undefined;
  if (measure === 'ratio' && per === undefined) return undefined;
  const { type } = of.checked;
  const operands = (item?: string) =>
    [of, ...(measure === 'ratio' && per !== undefined ? [per] : [])].map((text) =>
      operandOf(codebook, text, 'indicator_of', item),
    );
  if (type.kind !== 'vector') return [{ of: operands() }];
  if (measure === 'alpha') return [{ of: type.items.map((item) => operandOf(codebook, of, 'indicator_of', item)) }];
  const labels = itemLabels(codebook, of);
  return type.items.map((id) => ({ item: { id, labels: labels.get(id) ?? {} }, of: operands(id) }));
}

/** Labels of the items an expression on batteries goes over: those of the first battery it names. */
function itemLabels(codebook: Codebook, { checked }: CheckedText): ReadonlyMap<string, Labels> {
  const variables = checked.uses.flatMap((use) =>
    use.meaning.kind === 'variable' ? (codebook.variables.get(use.name) ?? []) : [],
  );
  const battery = variables.find((variable) => variable.items.length > 0);
  return new Map(battery?.items.map((item) => [item.id, item.labels]));
}

/** A name alone is a column of the data; anything else is an expression with its universe. */
export function operandOf(
  codebook: Codebook,
  text: { readonly text: ExpressionText; readonly checked: { readonly typed: TypedExpression } },
  where: 'indicator_of' | 'among',
  item: string | undefined,
): Operand {
  const { typed } = text.checked;
  const ofItem = item === undefined ? {} : { item };
  if (typed.kind === 'reading') {
    const readItem = typed.item ?? (typed.type.kind === 'vector' ? item : undefined);
    return { kind: 'variable', name: typed.variable, ...(readItem === undefined ? {} : { item: readItem }) };
  }
  const universe = typedUniverse(codebook, universeOfExpression(codebook, text.text, where, item));
  return { kind: 'expression', expression: typed, universe, ...ofItem };
}
