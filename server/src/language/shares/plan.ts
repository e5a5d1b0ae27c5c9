import type { IntervalOptions } from '../estimation';
import { single } from '../expression';
import type { Labels, ScalarType } from '../expression/types';
import type { Codebook, Variable } from '../model/codebook';
import type { ExpressionText, Measure, Rounding } from '../model/declarations';
import { intervalOf } from '../model/indicators';
import type { Operand } from './engine';
import { categoriesOf, type PlanCategories } from './plan-categories';
import type { ShareTable, TableLabel, TableSubject } from './types';

/** What is to be computed, said so that tables, the ledger and every engine do the same. */
export interface Plan extends PlanCategories {
  readonly subject: TableSubject;
  readonly measure: Measure;
  readonly base: ShareTable['base'];
  /** One for each item of a battery, else one without an item. */
  readonly rows: readonly PlanRow[];
  readonly among?: Operand;
  /** The same as written. */
  readonly amongText?: ExpressionText;
  /** Probabilities of a quantile. */
  readonly at: readonly number[];
  readonly by: readonly (readonly string[])[];
  readonly weighted: boolean;
  /** Whether the sampling design counts, where the data declare one. */
  readonly designed: boolean;
  readonly decimals: number;
  readonly rounding: Rounding;
  /** How intervals are made. */
  readonly ci: IntervalOptions;
  /** Differences between groups, or between two of them or of the categories. */
  readonly compare?: Compare;
  /** Over all comparisons of a table. */
  readonly adjust?: 'holm';
  readonly test?: 'independence';
  /** Whether its rows make up the base. Ticks never do: one respondent has several. */
  readonly stackable: boolean;
}

export type Compare = 'pairs' | 'rest' | readonly [string, string];

export interface PlanRow {
  readonly item?: TableLabel;
  /** One operand; two for a ratio; every item for alpha; none for a count of all. */
  readonly of: readonly Operand[];
}

/** What a question or derived variable shows by itself, with the codebook's defaults. `undefined` for texts and dates. */
export function planOfVariable(codebook: Codebook, variable: Variable): Plan | undefined {
  const type = variable.type === undefined ? undefined : single(variable.type);
  const measure = type === undefined ? undefined : measureOf(type, variable.type?.kind === 'vector');
  if (type === undefined || measure === undefined) return undefined;
  const { defaults } = codebook;
  return {
    subject: {
      kind: variable.declaration.kind,
      id: variable.name,
      labels: variable.labels,
      ...(variable.stage === undefined ? {} : { stage: variable.stage }),
      measure,
    },
    measure,
    base: measure === 'mean' ? 'substantive' : (levelOf(defaults?.base?.base) ?? 'answered'),
    rows:
      variable.type?.kind === 'vector'
        ? variable.items.map((item) => itemRow(variable.name, item))
        : [{ of: [{ kind: 'variable', name: variable.name }] }],
    ...categoriesOf(measure, type, variable),
    at: [],
    by: (defaults?.by ?? []).map((split) => split.variables.map((name) => name.text)),
    weighted: true,
    designed: true,
    ci: intervalOf(codebook),
    decimals: defaults?.decimals ?? 0,
    rounding: defaults?.rounding ?? 'half_up',
    stackable: measure === 'distribution',
  };
}

/** The share of ticks is asked for by an indicator; by itself a multiple response shows percent of respondents. */
function levelOf(base: ShareTable['base'] | undefined): ShareTable['base'] | undefined {
  return base === 'responses' ? undefined : base;
}

function measureOf(type: ScalarType, isVector: boolean): Measure | undefined {
  switch (type.kind) {
    case 'yes_no':
      return isVector ? 'share' : 'distribution';
    case 'category':
      return 'distribution';
    case 'number':
      return 'mean';
    case 'text':
    case 'date':
      return undefined;
  }
}

function itemRow(name: string, item: { readonly id: string; readonly labels: Labels }): PlanRow {
  return { item: { id: item.id, labels: item.labels }, of: [{ kind: 'variable', name, item: item.id }] };
}
