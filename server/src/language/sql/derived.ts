import { checkedExpression } from '../model/checked';
import type { Variable } from '../model/codebook';
import type { DerivedDeclaration, ExpressionText } from '../model/declarations';
import { categoryIds } from '../shares/columns';
import type { SqlBinding } from './binding';
import { expressionValue } from './expression';
import { anyOf, type Branch, cases, type Fragment, lookedUp, sql } from './fragment';
import { type CategoryValue, invalid, isYesNo, notAsked, type SqlValue, within } from './value';

/** The values of a derived variable, as `bindDerived` has them; none where something it rests on can't be computed. */
export function derivedValue(
  binding: SqlBinding,
  variable: Variable,
  derived: DerivedDeclaration,
  outside: Fragment | undefined,
): SqlValue | undefined {
  if (variable.type === undefined || variable.type.kind === 'vector') return undefined;
  if (derived.value !== undefined) {
    const { checked, problems } = checkedExpression(binding.codebook, derived.value, 'derived', 'value');
    if (problems.length > 0) return undefined;
    const evaluation = { rule: derived.unknown, outside };
    return expressionValue(binding.writer, variable.name, checked.typed, binding.value, evaluation);
  }
  const ids = categoryIds(variable.type);
  if (ids === undefined) return undefined;
  return derived.of === undefined
    ? firstThatHolds(binding, variable, derived, ids, outside)
    : mergedCategories(binding, variable, derived, derived.of.text, ids);
}

/** `when`: the first condition that is yes gives the category, provided none above it is missing. */
function firstThatHolds(
  binding: SqlBinding,
  variable: Variable,
  derived: DerivedDeclaration,
  ids: readonly string[],
  outside: Fragment | undefined,
): CategoryValue | undefined {
  const { writer } = binding;
  const answers: { readonly category: number; readonly code: Fragment }[] = [];
  for (const { id, when } of derived.categories) {
    if (when === undefined) continue;
    const code = conditionCode(binding, derived, when);
    if (code === undefined) return undefined;
    answers.push({ category: ids.indexOf(id.text), code });
  }
  const otherwise = derived.otherwise === undefined ? -1 : ids.indexOf(derived.otherwise.text);
  const branches: Branch[] = [
    { when: anyOf(answers.map(({ code }) => sql`${code} = ${notAsked}`)), result: sql`${notAsked}` },
    ...answers.flatMap(({ category, code }): readonly Branch[] => [
      { when: sql`${code} = 0`, result: sql`${category < 0 ? invalid : category}` },
      { when: sql`${code} < 0`, result: code },
    ]),
  ];
  const code = writer.layers.define(variable.name, cases(branches, sql`${otherwise < 0 ? notAsked : otherwise}`));
  const value = within(writer, variable.name, outside, { kind: 'category', ids, code });
  return value.kind === 'category' ? value : undefined;
}

function conditionCode(binding: SqlBinding, derived: DerivedDeclaration, when: ExpressionText): Fragment | undefined {
  const { checked, problems } = checkedExpression(binding.codebook, when, 'derived', 'condition');
  if (problems.length > 0) return undefined;
  const value = expressionValue(binding.writer, 'when', checked.typed, binding.value, { rule: derived.unknown });
  return value !== undefined && isYesNo(value) ? value.code : undefined;
}

/** Categories that name what they merge; what none of them names is outside the universe, and missing kinds stay. */
function mergedCategories(
  { writer, codebook, value }: SqlBinding,
  variable: Variable,
  derived: DerivedDeclaration,
  of: string,
  ids: readonly string[],
): CategoryValue | undefined {
  const source = value(of);
  if (source?.kind !== 'category') return undefined;
  const groups = new Map(codebook.variables.get(of)?.scale?.groups.map((group) => [group.id, group.members]));
  const target = source.ids.map(() => notAsked);
  for (const category of [...derived.categories].reverse()) {
    for (const member of (category.of ?? []).flatMap((name) => groups.get(name.text) ?? [name.text])) {
      const at = source.ids.indexOf(member);
      if (at >= 0) target[at] = ids.indexOf(category.id.text);
    }
  }
  const keys = target.map((code, at) => ({ key: sql`${at}`, result: sql`${code}` }));
  return { kind: 'category', ids, code: writer.layers.define(variable.name, lookedUp(source.code, keys, source.code)) };
}
