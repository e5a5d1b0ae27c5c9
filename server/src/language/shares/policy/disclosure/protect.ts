import type { DisclosureRules, GroupRules } from '../policy';
import { hideFurther } from './further';
import { hide } from './hiding';
import { sensitiveIn } from './primary';
import { rulesFor } from './rules-for';
import type { System } from './system';

/** The quantities that no table may show, each with the rule that hides it. */
export type Hidden = ReadonlyMap<number, string>;

/**
 * What is hidden by itself, and what must be hidden with it. The limits are raised one by one, and what a lower limit hides a
 * higher one keeps hidden: with a stricter policy nothing comes to light that a milder one hides.
 */
export function protect(system: System, rules: DisclosureRules): Hidden {
  const top = highest(rules);
  const bases = baseLimits(system, top.minBase);
  const steps = new Map<string, Step>();
  const at = (minCount: number, base: number, withEdges: boolean): Step => {
    const key = `${minCount} ${base} ${withEdges}`;
    const known = steps.get(key);
    if (known !== undefined) return known;
    const milder = [
      ...(minCount > 1 ? [at(minCount - 1, base, withEdges)] : []),
      ...(base > 0 ? [at(minCount, base - 1, withEdges)] : []),
      ...(withEdges ? [at(minCount, base, false)] : []),
    ];
    const step = hideAt(system, rules, { minCount, minBase: bases[base] ?? top.minBase, withEdges }, milder);
    steps.set(key, step);
    return step;
  };
  return at(top.minCount, bases.length - 1, hasEdges(rules)).hidden;
}

/** The least limit of bases, each at which a further one becomes too small, and the one that holds. */
function baseLimits({ quantities }: System, top: number): readonly number[] {
  const small = quantities.flatMap(({ role, value }) =>
    (role.kind === 'level' || role.kind === 'count') && value > 0 && value < top ? [value + 1] : [],
  );
  return [...new Set([1, ...small, top])].sort((a, b) => a - b);
}

interface Step {
  readonly hidden: Hidden;
  /** Quantities that are known not to follow from what is shown; they do not either when less is. */
  readonly proven: ReadonlySet<number>;
}

interface Limits {
  readonly minCount: number;
  readonly minBase: number;
  readonly withEdges: boolean;
}

function highest({ minCount, minBase, census }: DisclosureRules): { readonly minCount: number; readonly minBase: number } {
  return {
    minCount: Math.max(1, minCount, census?.minCount ?? 1),
    minBase: Math.max(1, minBase, census?.minBase ?? 1),
  };
}

function hasEdges({ zeroOrHundred, census }: DisclosureRules): boolean {
  return zeroOrHundred === 'suppress' || census?.zeroOrHundred === 'suppress';
}

function hideAt(system: System, rules: DisclosureRules, limits: Limits, milder: readonly Step[]): Step {
  const limited = (groups: ReadonlyMap<string, string>): GroupRules => {
    const { minCount, minBase, zeroOrHundred } = rulesFor(rules, groups);
    return {
      minCount: Math.min(minCount, limits.minCount),
      minBase: Math.min(minBase, limits.minBase),
      zeroOrHundred: limits.withEdges ? zeroOrHundred : 'allow',
    };
  };
  const sensitive = sensitiveIn(system, limited);
  const hidden = new Map(milder.flatMap((before) => [...before.hidden]));
  const proven = new Set(milder.flatMap((before) => [...before.proven]));
  for (const [index, rule] of sensitive) hide(system, hidden, index, rule);
  if (rules.secondary) {
    hideFurther({ system, sensitive, hidden, proven, minCountOf: (groups) => limited(groups).minCount });
  }
  return { hidden, proven };
}
