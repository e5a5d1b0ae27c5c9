import { checkedExpression } from '../model/checked';
import type { Variable } from '../model/codebook';
import type { DerivedDeclaration } from '../model/declarations';
import type { Binding } from './binding';
import { categoryIds, codeOfMissing, isYesNoColumn } from './columns';
import { evaluateColumn } from './evaluate-column';
import { lookUpColumn } from './placed';
import type { RecodedColumn } from './recode';
import type { CategoryColumn, ValueColumn } from './types';

/** The column of a derived variable, computed row by row; none where something it rests on can't be computed. */
export function bindDerived(
  binding: Binding,
  variable: Variable,
  derived: DerivedDeclaration,
  universe: CategoryColumn | undefined,
): ReadonlyMap<string, RecodedColumn> {
  const column = derivedColumn(binding, variable, derived, universe);
  return column === undefined ? new Map() : new Map([['', { column, findings: [] }]]);
}

function derivedColumn(
  binding: Binding,
  variable: Variable,
  derived: DerivedDeclaration,
  universe: CategoryColumn | undefined,
): ValueColumn | undefined {
  if (variable.type === undefined || variable.type.kind === 'vector') return undefined;
  if (derived.value !== undefined) {
    const { checked, problems } = checkedExpression(binding.codebook, derived.value, 'derived', 'value');
    if (problems.length > 0) return undefined;
    return evaluateColumn(checked.typed, binding.table.rows, binding.column, {
      rule: derived.unknown,
      universe,
      kernel: binding.kernel,
    });
  }
  return derived.of === undefined
    ? firstThatHolds(binding, variable, derived, universe)
    : mergedCategories(binding, variable, derived, derived.of.text);
}

/**
 * `when`: the first condition that is yes gives the category, provided none above it is missing; if one is, the value is
 * missing. Where every condition is no, `otherwise`, or outside the universe. Whoever was not asked what one of the conditions
 * names is outside as well, wherever it stands.
 */
function firstThatHolds(
  binding: Binding,
  variable: Variable,
  derived: DerivedDeclaration,
  universe: CategoryColumn | undefined,
): ValueColumn | undefined {
  const { type } = variable;
  if (type === undefined || type.kind === 'vector') return undefined;
  const conditions = derived.categories.filter((category) => category.when !== undefined);
  const columns = conditions.map(({ id, when }) => ({ id: id.text, column: when && conditionColumn(binding, derived, when) }));
  if (columns.some(({ column }) => column === undefined)) return undefined;
  const ids = categoryIds(type);
  if (ids === undefined) return undefined;
  const answers = columns.flatMap(({ column }) => column ?? []);
  const categories = columns.map(({ id }) => ids.indexOf(id));
  const otherwise = derived.otherwise === undefined ? -1 : ids.indexOf(derived.otherwise.text);
  const rest = otherwise < 0 ? codeOfMissing('not_asked') : otherwise;
  const inside = universe === undefined ? [] : [universe];
  return lookUpColumn([...answers, ...inside], ids, binding.table.rows, (codes) =>
    codes[answers.length] === 1 ? codeOfMissing('not_asked') : cascade(categories, codes, rest),
  );
}

/** `answers`: to the condition of each category. */
function cascade(categories: readonly number[], answers: readonly number[], rest: number): number {
  const notAsked = codeOfMissing('not_asked');
  if (categories.some((_, at) => answers[at] === notAsked)) return notAsked;
  for (const [at, category] of categories.entries()) {
    const answer = answers[at] ?? codeOfMissing('invalid');
    if (answer === 0) return category < 0 ? codeOfMissing('invalid') : category;
    if (answer < 0) return answer;
  }
  return rest;
}

function conditionColumn(
  binding: Binding,
  derived: DerivedDeclaration,
  when: NonNullable<DerivedDeclaration['value']>,
): CategoryColumn | undefined {
  const { checked, problems } = checkedExpression(binding.codebook, when, 'derived', 'condition');
  if (problems.length > 0) return undefined;
  const column = evaluateColumn(checked.typed, binding.table.rows, binding.column, {
    rule: derived.unknown,
    kernel: binding.kernel,
  });
  return column?.kind === 'category' && isYesNoColumn(column) ? column : undefined;
}

/** Categories that name what they merge; what none of them names is outside the universe, and missing kinds stay. */
function mergedCategories(
  binding: Binding,
  variable: Variable,
  derived: DerivedDeclaration,
  of: string,
): ValueColumn | undefined {
  const source = binding.column(of);
  const { type } = variable;
  if (source?.kind !== 'category' || type === undefined || type.kind === 'vector') return undefined;
  const ids = categoryIds(type);
  if (ids === undefined) return undefined;
  const groups = new Map(binding.codebook.variables.get(of)?.scale?.groups.map((group) => [group.id, group.members]));
  const target = source.ids.map(() => codeOfMissing('not_asked'));
  for (const category of [...derived.categories].reverse()) {
    for (const name of category.of ?? []) {
      for (const member of groups.get(name.text) ?? [name.text]) {
        const at = source.ids.indexOf(member);
        if (at >= 0) target[at] = ids.indexOf(category.id.text);
      }
    }
  }
  return lookUpColumn([source], ids, binding.table.rows, ([code = 0]) =>
    code < 0 ? code : (target[code] ?? codeOfMissing('not_asked')),
  );
}
