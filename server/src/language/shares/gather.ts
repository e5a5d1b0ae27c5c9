import { addTallies, lazyTally, nobody } from '../estimation/tally';
import { isInBase, type MissingKind, missing, missingKinds } from '../expression/value';
import type { GroupTally, Tally, ValueTally } from './engine';
import type { Count, ShareTable, Waterfall } from './types';

/** The tallies of one cell's group: a group itself, or a margin summed over groups. */
export interface Gathered {
  readonly known: readonly ValueTally[];
  readonly missing: ReadonlyMap<MissingKind, Tally>;
  readonly amongNo: Count;
  readonly amongMissing: Count;
}

/** The tallies of all groups that a pattern names; `total` names every group. */
export function gather(groups: readonly GroupTally[], pattern: readonly string[]): Gathered {
  const matching = groups.filter((group) => pattern.every((id, at) => id === 'total' || group.groups[at] === id));
  const [only] = matching;
  const parts = matching.length === 1 && only !== undefined ? only.known : matching.flatMap((group) => group.known);
  return {
    known: matching.length === 1 ? parts : addValues(parts),
    missing: new Map(
      missingKinds.map((kind) => [
        kind,
        addTallies(matching.flatMap((group) => group.missing.filter((one) => one.kind === kind))),
      ]),
    ),
    amongNo: addCounts(matching.map((group) => group.amongNo)),
    amongMissing: addCounts(matching.map((group) => group.amongMissing)),
  };
}

/** The tallies of all groups but those that a pattern's last id names: its rest, within the groups that the ids before it name. */
export function gatherRest(groups: readonly GroupTally[], pattern: readonly string[]): Gathered {
  const last = pattern.length - 1;
  const rest = groups.filter((group) => group.groups[last] !== pattern[last]);
  return gather(rest, [...pattern.slice(0, -1), 'total']);
}

function addValues(parts: readonly ValueTally[]): readonly ValueTally[] {
  const byValue = new Map<string, ValueTally[]>();
  for (const part of parts) {
    const key = part.values.join('\n');
    const found = byValue.get(key);
    if (found === undefined) byValue.set(key, [part]);
    else found.push(part);
  }
  return Array.from(byValue.values(), (same) => {
    const sum = addTallies(same);
    const read = { n: sum.n, weighted: sum.weighted, units: () => sum.units, replicates: () => sum.replicates };
    return lazyTally({ values: same[0]?.values ?? [] }, read);
  });
}

function addCounts(parts: readonly Count[]): Count {
  return parts.reduce((total, part) => ({ n: total.n + part.n, weighted: total.weighted + part.weighted }), count(nobody));
}

/** Missing kinds that count in a base of this level, in the order in which tables list them. */
export function kindsInBase(level: ShareTable['base']): readonly MissingKind[] {
  return level === 'responses' ? [] : missingKinds.filter((kind) => isInBase(missing(kind), level));
}

/** The tally of everyone in a base. */
export function baseTally(gathered: Gathered, level: ShareTable['base']): Tally {
  return addTallies([...gathered.known, ...kindsInBase(level).map((kind) => tallyOf(gathered, kind))]);
}

export function tallyOf(gathered: Gathered, kind: MissingKind): Tally {
  return gathered.missing.get(kind) ?? nobody;
}

export function waterfall(gathered: Gathered, base: Count, counted: Count): Waterfall {
  const kept = [...gathered.known, ...gathered.missing.values()];
  return {
    all: count(addCounts([...kept, gathered.amongNo, gathered.amongMissing])),
    amongNo: count(gathered.amongNo),
    amongMissing: count(gathered.amongMissing),
    asked: count(baseTally(gathered, 'asked')),
    answered: count(baseTally(gathered, 'answered')),
    substantive: count(baseTally(gathered, 'substantive')),
    base: count(base),
    counted: count(counted),
  };
}

export function count({ n, weighted }: Count): Count {
  return { n, weighted };
}
