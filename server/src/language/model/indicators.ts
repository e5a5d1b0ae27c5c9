import { single } from '../expression';
import type { BaseLevel } from '../expression/value';
import { checkedExpression } from './checked';
import type { Codebook, ResolvedIndicator, ResolvedInterval, Variable } from './codebook';
import type {
  CompareText,
  ExpressionText,
  FigureDeclaration,
  IndicatorDeclaration,
  IntervalDeclaration,
  Measure,
} from './declarations';
import { present } from './fields';
import { labelsOf } from './labels';
import { query } from './query';

/** An indicator with what it inherits filled in. */
export const resolveIndicator = query(
  (codebook: Codebook, declaration: IndicatorDeclaration): ResolvedIndicator => resolve(codebook, declaration),
);

/**
 * The indicator a figure is of: the one it names, or one `of` a variable with the defaults, split as the figure is.
 * `undefined` for a figure of frames and for one whose indicator or variable is not there.
 */
export const figureIndicator = query((codebook: Codebook, figure: FigureDeclaration): ResolvedIndicator | undefined => {
  const declaration =
    figure.indicator === undefined ? ofVariable(codebook, figure) : codebook.indicators.get(figure.indicator.text);
  if (declaration === undefined) return undefined;
  return resolve(codebook, {
    ...declaration,
    by: figure.by === undefined ? [] : [figure.by],
    ...(figure.rounding === undefined ? {} : { rounding: figure.rounding }),
  });
});

function resolve(codebook: Codebook, declaration: IndicatorDeclaration): ResolvedIndicator {
  const { defaults } = codebook;
  const splits = declaration.by ?? defaults?.by ?? [];
  const of = declaration.of === undefined ? undefined : soleVariable(codebook, declaration.of);
  const stage = declaration.stage?.text ?? of?.stage;
  const ownLabels = labelsOf([declaration.label], codebook.languages);
  return {
    declaration,
    base: baseOf(declaration, defaults?.base?.base),
    baseIsInherited:
      declaration.base === undefined && !isAlwaysSubstantive(declaration.measure) && defaults?.base !== undefined,
    by: splits.map((split) => split.variables.map((name) => name.text)),
    byIsInherited: declaration.by === undefined && defaults?.by !== undefined,
    decimals: declaration.decimals ?? defaults?.decimals ?? 0,
    rounding: declaration.rounding ?? defaults?.rounding ?? 'half_up',
    ci: intervalOf(codebook, declaration.ci),
    ...present({ compare: comparedGroups(declaration.compare), test: declaration.test && ('independence' as const) }),
    adjust: declaration.adjust ?? 'none',
    ...(stage === undefined ? {} : { stage }),
    labels: Object.keys(ownLabels).length > 0 ? ownLabels : (of?.labels ?? {}),
    unknownNames: splits.flatMap((split) => split.variables).filter((name) => !codebook.variables.has(name.text)),
  };
}

/** How intervals are made: key by key as stated, else as the defaults say, else logit at 95 %. */
export function intervalOf(codebook: Codebook, stated?: IntervalDeclaration): ResolvedInterval {
  const defaults = codebook.defaults?.ci;
  return {
    method: stated?.method ?? defaults?.method ?? 'logit',
    level: stated?.level ?? defaults?.level ?? 0.95,
    df: stated?.df ?? defaults?.df ?? 'domain',
    cap: stated?.cap ?? defaults?.cap ?? false,
  };
}

/** A list names two; the schema reports any other. */
function comparedGroups(compare: CompareText | undefined): ResolvedIndicator['compare'] | undefined {
  if (compare?.kind !== 'named') return compare?.kind;
  const [one, other, ...more] = compare.names.map((name) => name.text);
  return one === undefined || other === undefined || more.length > 0 ? undefined : [one, other];
}

/** Means and totals, and what is made of them, are always of substantive values. */
export function isAlwaysSubstantive(measure: Measure | undefined): boolean {
  return measure !== undefined && ['mean', 'median', 'quantile', 'total', 'ratio', 'alpha'].includes(measure);
}

function baseOf(declaration: IndicatorDeclaration, inherited: BaseLevel | 'responses' | undefined) {
  return isAlwaysSubstantive(declaration.measure) ? 'substantive' : (declaration.base?.base ?? inherited);
}

/** Whether what an indicator is of are the ticks of multiple responses, and nothing else. Only they can be a base. */
export function isOfTicks(codebook: Codebook, of: ExpressionText): boolean {
  const { type, uses } = checkedExpression(codebook, of, 'indicator_of').checked;
  const names = uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : []));
  return type.kind === 'vector' && names.every((name) => codebook.questions.get(name)?.type === 'multiple');
}

/** The one variable an expression names, or `undefined` where it names none or several. */
function soleVariable(codebook: Codebook, text: ExpressionText): Variable | undefined {
  const { uses } = checkedExpression(codebook, text, 'indicator_of').checked;
  const names = new Set(uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : [])));
  const [name] = names;
  return names.size === 1 && name !== undefined ? codebook.variables.get(name) : undefined;
}

/** A figure `of` a variable says no measure: the variable's type does. */
function ofVariable(codebook: Codebook, figure: FigureDeclaration): IndicatorDeclaration | undefined {
  if (figure.of === undefined) return undefined;
  const { type } = checkedExpression(codebook, figure.of, 'indicator_of').checked;
  const measure = statedMeasure(figure) ?? measureOf(single(type).kind);
  if (measure === undefined) return undefined;
  return present({
    kind: 'indicator' as const,
    id: figure.id,
    entry: figure.entry,
    place: figure.place,
    label: figure.label,
    measure,
    of: figure.of,
    at: [],
    unweighted: false,
    undesigned: false,
    source: figure.source,
  });
}

/** A mean, median or total in print says itself what was computed. */
function statedMeasure(figure: FigureDeclaration): Measure | undefined {
  const stated = figure.numbers.map((numbers) => numbers.statistic);
  return (['mean', 'median', 'total'] as const).find((measure) => stated.includes(measure));
}

function measureOf(kind: 'yes_no' | 'category' | 'number' | 'text' | 'date' | 'unknown'): Measure | undefined {
  switch (kind) {
    case 'yes_no':
      return 'share';
    case 'category':
      return 'distribution';
    case 'number':
      return 'mean';
    case 'text':
    case 'date':
    case 'unknown':
      return undefined;
  }
}
