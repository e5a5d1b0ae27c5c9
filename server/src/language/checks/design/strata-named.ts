import type { DataFinding } from '../../shares';

/** "`north` (2) and `south` (1)": strata with their sampling units in the data, and how many there are besides. */
export function strataNamed({ count, examples }: Pick<DataFinding, 'count' | 'examples'>, withUnits: boolean): string {
  const names = examples.map(({ text, count: units }) => `${stratumNamed(text)}${withUnits ? ` (${unitsOf(units)})` : ''}`);
  const others = count - examples.length;
  const all = others > 0 ? [...names, `${others} more`] : names;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function stratumNamed(label: string): string {
  return label === '' ? 'the only stratum' : `\`${label}\``;
}

function unitsOf(count: number): string {
  return count === 1 ? '1 unit' : `${count} units`;
}

/** "1 stratum", "3 strata". */
export function strata(count: number): string {
  return count === 1 ? '1 stratum' : `${count} strata`;
}
