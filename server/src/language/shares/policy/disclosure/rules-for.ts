import type { DisclosureRules, GroupRules } from '../policy';

/** The rules for numbers of these groups: stricter where everybody in one of them was asked. */
export function rulesFor(rules: DisclosureRules, groups: ReadonlyMap<string, string>): GroupRules {
  const { census } = rules;
  if (census === undefined) return rules;
  const isCensus = [...groups].some(([variable, group]) => census.groups.get(variable)?.includes(group) === true);
  return isCensus ? census : rules;
}
