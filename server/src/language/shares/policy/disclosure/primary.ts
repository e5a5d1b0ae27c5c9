import type { GroupRules } from '../policy';
import type { Quantity, System } from './system';

/** Which quantities may not be told by themselves, with the rule that says so. */
export type Sensitive = ReadonlyMap<number, string>;

/**
 * Counts are sensitive below a limit (none is not), and where what is left of their base is; bases below theirs; amounts where a
 * few make them up. Differences that follow from two shown numbers are counts as well, though no table shows them.
 */
export function sensitiveIn(system: System, rulesOf: (groups: Quantity['groups']) => GroupRules): Sensitive {
  const found = new Map<number, string>();
  system.quantities.forEach((quantity, index) => {
    const rule = ruleBroken(system, quantity, rulesOf(quantity.groups));
    if (rule !== undefined) found.set(index, rule);
  });
  return found;
}

function ruleBroken({ quantities }: System, quantity: Quantity, rules: GroupRules): string | undefined {
  const { role, value } = quantity;
  const isFew = (count: number): boolean => count > 0 && count < rules.minCount;
  const isSmall = value > 0 && value < rules.minBase;
  switch (role.kind) {
    case 'level':
      return isSmall ? 'min_base' : undefined;
    case 'dropped':
    case 'difference':
      return isFew(value) ? 'differencing' : undefined;
    case 'no_answer':
      // That somebody gave no answer is protected only where two shares differ in nothing else.
      return isFew(value) && role.of.every((level) => isBase(quantities[level])) ? 'differencing' : undefined;
    case 'rest':
      return undefined;
    case 'amount':
      return role.isSensitive;
    case 'count': {
      if (role.level !== undefined && isSmall) return 'min_base';
      const bases = role.bases.flatMap((base) => quantities[base]?.value ?? []);
      if (isFew(value) || bases.some((base) => isFew(base - value))) return 'min_count';
      const isEdge = bases.some((base) => base > 0 && (value === 0 || value === base));
      return isEdge && rules.zeroOrHundred === 'suppress' ? 'zero_or_hundred' : undefined;
    }
  }
}

function isBase(quantity: Quantity | undefined): boolean {
  const role = quantity?.role;
  const level = role?.kind === 'count' ? role.level : role;
  return level?.kind === 'level' && level.isBase === true;
}
