import type { Codebook } from '../../model/codebook';
import { universeOf } from '../../model/universe';
import { groupLabels } from '../../shares/table-labels';
import { keyOf, type PrintedBase, printedBases } from './populations';
import { groupBy } from './printed';

/**
 * What printed bases sum to: over a split that everybody has a group of, and over the groups that a merge puts together. So
 * 206 + 823 of the broad and the others can be laid beside 208 + 821 of regions and municipalities.
 */
export function summedBases(codebook: Codebook): readonly PrintedBase[] {
  const ofItems = groupBy(printedBases(codebook), ({ figure, number }) => `${figure.declaration.id.text}\n${number.item}`);
  return [...ofItems.values()].flatMap((bases) => sumsOf(codebook, bases));
}

/** Every sum of the bases of one item, less those that are printed. */
function sumsOf(codebook: Codebook, bases: readonly PrintedBase[]): readonly PrintedBase[] {
  const [first] = bases;
  if (first === undefined) return [];
  const { by } = first.figure;
  const printed = new Set(bases.map((base) => base.key));
  const byGroups = new Map(bases.map((base) => [base.number.groups.join('\n'), base]));
  const selections = product(by.map((variable) => selectionsOf(codebook, variable)));
  return selections.flatMap((selection) => {
    if (selection.every(({ groups }) => groups.length === 1)) return [];
    const parts = product(selection.map(({ groups }) => groups)).map((groups) => byGroups.get(groups.join('\n')));
    const all = parts.flatMap((part) => part ?? []);
    if (all.length < parts.length || all.length < 2) return [];
    const sum = all.reduce((whole, { number }) => whole + number.value, 0);
    const named = selection.map(({ name }) => name);
    const number = { ...(all[0] ?? first).number, value: sum, text: `${sum}`, groups: named };
    const { key, group } = keyOf(
      codebook,
      first,
      selection.map(({ groups, name }) => (name === 'total' ? [] : groups)),
    );
    return printed.has(key) ? [] : [{ ...first, number, group, key, parts: all.map((part) => part.number) }];
  });
}

/** Groups of one variable of the split that are summed, and what they are together. */
interface Selection {
  readonly name: string;
  readonly groups: readonly string[];
}

function selectionsOf(codebook: Codebook, variable: string): readonly Selection[] {
  const groups = groupLabels(codebook.variables.get(variable)).map(({ id }) => id);
  const single = groups.map((group): Selection => ({ name: group, groups: [group] }));
  const total: readonly Selection[] = hasEverybody(codebook, variable) ? [{ name: 'total', groups }] : [];
  const merged = [...codebook.derived.values()].flatMap(({ of, categories }) =>
    of?.text !== variable
      ? []
      : categories.map(({ id, of: members = [] }) => ({ name: id.text, groups: members.map(({ text }) => text) })),
  );
  return [
    ...single,
    ...total,
    ...merged.filter((one) => one.groups.length > 1 && one.groups.every((group) => groups.includes(group))),
  ];
}

/** Whether nobody is left without a group, as far as the codebook can tell: a register variable, or a count that takes unknown as no. */
function hasEverybody(codebook: Codebook, name: string): boolean {
  const variable = codebook.variables.get(name);
  if (variable?.type === undefined || universeOf(codebook, name).length > 0) return false;
  const { declaration } = variable;
  if (declaration.kind === 'question') return declaration.text === undefined;
  if (declaration.of !== undefined)
    return mergesAll(codebook, name, declaration.of.text) && hasEverybody(codebook, declaration.of.text);
  return declaration.unknown?.rule === 'as_no';
}

function mergesAll(codebook: Codebook, name: string, of: string): boolean {
  const declaration = codebook.derived.get(name);
  const merged = new Set(declaration?.categories.flatMap(({ of: members = [] }) => members.map(({ text }) => text)));
  return groupLabels(codebook.variables.get(of)).every(({ id }) => merged.has(id));
}

/** Every way to take one of each. */
function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (ways, choice) => ways.flatMap((way) => choice.map((one) => [...way, one])),
    [[]],
  );
}
