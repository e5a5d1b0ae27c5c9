import type { Cell, ShareTable, WaterfallLevel } from '../../server/src/language/shares';

/**
 * Somebody who knows the codebook and everything that is published, and tries every survey that would have given it. A survey is
 * how many respondents there are of each kind (an answer to each variable); what is counted, a set of kinds.
 */
export interface Attacker<Kind> {
  readonly kinds: readonly Kind[];
  /** Whom a level of a cell counts. */
  readonly counts: (table: ShareTable, cell: Cell, level: WaterfallLevel) => (kind: Kind) => boolean;
}

interface Fact {
  readonly mask: number;
  readonly name: string;
}

const levels: readonly WaterfallLevel[] = [
  'all',
  'amongNo',
  'amongMissing',
  'asked',
  'answered',
  'substantive',
  'base',
  'counted',
];

/**
 * The counts that are not told and that no two surveys with the same published counts differ in. The real survey is where the
 * search for another begins; what no small change of it shows is looked for among all surveys.
 */
export function determinedBy<Kind>(
  attacker: Attacker<Kind>,
  tables: readonly ShareTable[],
  real: readonly number[],
): readonly string[] {
  const { kinds } = attacker;
  const told = new Map<number, number>();
  const secret = new Map<number, Fact>();
  for (const table of tables) {
    for (const cell of table.cells) {
      for (const level of levels) {
        const isCounted = attacker.counts(table, cell, level);
        const mask = kinds.reduce((bits, kind, at) => (isCounted(kind) ? bits | (1 << at) : bits), 0);
        const name = `${table.subject.id} ${cell.category ?? ''} [${cell.groups}] ${level}`;
        if (mask === 0) continue;
        if (cell.waterfall.notTold?.includes(level) === true) secret.set(mask, { mask, name });
        else told.set(mask, cell.waterfall[level].n);
      }
    }
  }
  const open = new Map([...secret].filter(([mask]) => !told.has(mask)));
  const given = [...secret].filter(([mask]) => told.has(mask)).map(([, { name }]) => `${name} is told elsewhere`);
  const masks = [...told.keys()];
  const fixed = [...open].filter(([mask]) => !hasSmallChange(real, masks, mask) && !hasOther(real, told, mask));
  return [...given, ...fixed.map(([mask, { name }]) => `${name} is ${sumOf(real, mask)}`)];
}

/** Whether moving single respondents keeps every published sum and changes this one. */
function hasSmallChange(real: readonly number[], masks: readonly number[], secret: number): boolean {
  const last = masks.map((mask) => 31 - Math.clz32(mask));
  const sums = masks.map(() => 0);
  const step = (at: number, moved: number): boolean => {
    if (at === real.length) return moved !== 0;
    for (const change of [0, 1, -1]) {
      if ((real[at] ?? 0) + change < 0) continue;
      const isIn = (mask: number | undefined): boolean => ((mask ?? 0) & (1 << at)) !== 0;
      for (const [sum, mask] of masks.entries()) if (isIn(mask)) sums[sum] = (sums[sum] ?? 0) + change;
      const holds = masks.every((_, sum) => last[sum] !== at || sums[sum] === 0);
      const found = holds && step(at + 1, isIn(secret) ? moved + change : moved);
      for (const [sum, mask] of masks.entries()) if (isIn(mask)) sums[sum] = (sums[sum] ?? 0) - change;
      if (found) return true;
    }
    return false;
  };
  return step(0, 0);
}

/** Whether any survey at all gives the published sums and another one of this. */
function hasOther(real: readonly number[], told: ReadonlyMap<number, number>, secret: number): boolean {
  let found = false;
  visitSurveys(real.length, told, (survey) => {
    found = sumOf(survey, secret) !== sumOf(real, secret);
    return !found;
  });
  return found;
}

function sumOf(survey: readonly number[], mask: number): number {
  return survey.reduce((sum, count, at) => ((mask & (1 << at)) === 0 ? sum : sum + count), 0);
}

/** Every survey with these sums, kind by kind, as long as the visitor wants more. */
function visitSurveys(kinds: number, told: ReadonlyMap<number, number>, visit: (survey: readonly number[]) => boolean): void {
  const sums = [...told];
  const survey: number[] = [];
  const left = sums.map(([, value]) => value);
  const last = sums.map(([mask]) => 31 - Math.clz32(mask));
  const step = (at: number): boolean => {
    if (at === kinds) return visit(survey);
    const concerned = sums.flatMap(([mask], sum) => ((mask & (1 << at)) === 0 ? [] : [sum]));
    const most = Math.min(...concerned.map((sum) => left[sum] ?? 0));
    const ending = concerned.filter((sum) => last[sum] === at);
    const needed = ending.map((sum) => left[sum] ?? 0);
    const least = needed.length === 0 ? 0 : Math.max(...needed);
    if (ending.length > 0 && needed.some((one) => one !== least)) return true;
    for (let count = least; count <= (ending.length > 0 ? Math.min(least, most) : most); count++) {
      survey[at] = count;
      for (const sum of concerned) left[sum] = (left[sum] ?? 0) - count;
      const goesOn = step(at + 1);
      for (const sum of concerned) left[sum] = (left[sum] ?? 0) + count;
      if (!goesOn) return false;
    }
    return true;
  };
  step(0);
}
