import { single } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import { figureIndicator } from '../../model/indicators';
import type { LedgerLine } from '../../shares';

/**
 * Whether the published number of a group of categories is the sum of the published numbers of its categories, each rounded by
 * itself. Rounded once it may be another.
 */
export function isSumOfRoundedParts(codebook: Codebook, line: LedgerLine, lines: readonly LedgerLine[]): boolean {
  const members = membersOf(codebook, line);
  const parts = members.map((member) => lines.find((one) => one.category === member && isBeside(one, line)));
  const sum = parts.reduce((total, part) => total + (part?.published.value ?? Number.NaN), 0);
  return members.length > 1 && Math.abs(sum - line.published.value) < 0.5 * 10 ** -line.published.decimals;
}

/** The same number of another category. */
function isBeside(one: LedgerLine, other: LedgerLine): boolean {
  const groups = Object.entries(other.groups);
  return (
    one.figure === other.figure &&
    one.statistic === other.statistic &&
    one.item === other.item &&
    Object.keys(one.groups).length === groups.length &&
    groups.every(([name, group]) => one.groups[name] === group)
  );
}

function membersOf(codebook: Codebook, { figure, category }: LedgerLine): readonly string[] {
  const declared = codebook.figures.get(figure);
  const of = declared && figureIndicator(codebook, declared)?.declaration.of;
  if (of === undefined) return [];
  const type = single(checkedExpression(codebook, of, 'indicator_of').checked.type);
  return type.kind === 'category' ? (type.scale.groups.find(({ id }) => id === category)?.members ?? []) : [];
}
