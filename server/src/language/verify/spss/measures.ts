import type { BaseLevel } from '../../expression';
import { writeAlpha, writeRatios, writeTickShares } from './joint-measures';
import { kindNumber, numbersInBase } from './kinds';
import { type MeasureParts, partOf, statisticsOf } from './measure-parts';
import { writeQuantiles } from './quantiles';

/** The aggregates of a table: weighted estimates, then unweighted numbers of respondents. */
export function writeMeasure(parts: MeasureParts): void {
  const { plan } = parts;
  switch (plan.measure) {
    case 'share':
      return plan.base === 'responses' ? writeTickShares(parts) : writeShares(parts, shareRows(parts));
    case 'distribution':
      return writeShares(parts, distributionRows(parts));
    case 'mean':
      writeSums(parts, 'mean', 'MEAN');
      if (plan.subject.kind !== 'indicator') writeQuantiles(parts, 'median', [0.5]);
      return;
    case 'median':
      return writeQuantiles(parts, 'median', [0.5]);
    case 'quantile':
      return writeQuantiles(parts, 'quantile', plan.at);
    case 'total':
      return writeSums(parts, 'total', 'SUM');
    case 'ratio':
      return writeRatios(parts);
    case 'alpha':
      return writeAlpha(parts);
    case 'count':
      return writeCounts(parts);
  }
}

/** A row of shares: who is in its base and who of them counts. */
interface Row {
  readonly item: string | undefined;
  readonly category?: string;
  readonly kind: string;
  /** A test that is never missing in the base, or missing where it is no. */
  readonly test: string;
}

function shareRows({ plan, operands }: MeasureParts): readonly Row[] {
  return plan.rows.flatMap((row, at) => {
    const [of] = operands[at] ?? [];
    return of === undefined ? [] : [{ item: row.item?.id, kind: of.kind, test: `${of.value} EQ 1` }];
  });
}

/** Categories, nets of them, and the kinds of missing answers that the table shows. */
function distributionRows({ plan, operands, table }: MeasureParts): readonly Row[] {
  const isNumber =
    plan.categories.length > 0 &&
    plan.categories.every(({ id, labels }) => /^-?\d/.test(id) && Object.keys(labels).length === 0);
  const ids = plan.categories.filter(({ net }) => net !== true).map(({ id }) => id);
  const isYesNo = ids.length === 2 && ids.includes('yes') && ids.includes('no');
  const number = (id: string): string => (isNumber ? id : isYesNo ? (id === 'yes' ? '1' : '0') : `${1 + ids.indexOf(id)}`);
  return plan.rows.flatMap((row, at) => {
    const [of] = operands[at] ?? [];
    if (of === undefined) return [];
    return table.categories.map(({ id, net, missing }): Row => {
      const members = net === true ? (plan.nets.get(id) ?? []) : [id];
      const test =
        missing === undefined ? `ANY(${of.value}, ${members.map(number).join(', ')})` : `${of.kind} EQ ${kindNumber(missing)}`;
      const isKnown = missing === undefined ? `${of.kind} EQ 0 AND ` : '';
      return { item: row.item?.id, category: id, kind: of.kind, test: `${isKnown}${test}` };
    });
  });
}

/** A share is the weighted mean of 1 and 0 in its base. */
function writeShares(parts: MeasureParts, rows: readonly Row[]): void {
  const { source, plan } = parts;
  const level: BaseLevel = plan.base === 'responses' ? 'asked' : plan.base;
  rows.forEach(({ kind, test }, at) => {
    const inBase = kind === '0' ? '@kept EQ 1' : `@kept EQ 1 AND ANY(${kind}, ${numbersInBase(level).join(', ')})`;
    source.writer.say(
      `COMPUTE @y${at + 1} = $SYSMIS.`,
      `IF (${inBase}) @y${at + 1} = 0.`,
      `IF (@y${at + 1} EQ 0 AND ${test}) @y${at + 1} = 1.`,
    );
  });
  statisticsOf(parts, {
    weighted: rows.map((row, at) => ({
      name: `@e${at + 1}`,
      of: `MEAN(@y${at + 1})`,
      quantity: 'estimate',
      part: partOf('share', row.item, row.category),
    })),
    unweighted: rows.flatMap((row, at) => [
      { name: `@n${at + 1}`, of: `N(@y${at + 1})`, quantity: 'n' as const, part: partOf('share', row.item, row.category) },
      {
        name: `@c${at + 1}`,
        of: `SUM(@y${at + 1})`,
        quantity: 'counted' as const,
        part: partOf('share', row.item, row.category),
      },
    ]),
  });
}

/** Means and totals of a number; the total of a condition is that of 1 and 0. */
function writeSums(parts: MeasureParts, statistic: 'mean' | 'total', name: 'MEAN' | 'SUM'): void {
  const { source, plan, operands } = parts;
  const isCondition = plan.measure === 'total' && parts.isCondition;
  const rows = plan.rows.map(({ item }) => partOf(statistic, item?.id));
  operands.forEach(([of], at) => {
    if (of === undefined) return;
    source.writer.say(`COMPUTE @y${at + 1} = $SYSMIS.`, `IF (@kept EQ 1 AND ${of.kind} EQ 0) @y${at + 1} = ${of.value}.`);
  });
  statisticsOf(parts, {
    weighted: rows.map((part, at) => ({ name: `@e${at + 1}`, of: `${name}(@y${at + 1})`, quantity: 'estimate', part })),
    unweighted: rows.flatMap((part, at) => [
      { name: `@n${at + 1}`, of: `N(@y${at + 1})`, quantity: 'n' as const, part },
      { name: `@c${at + 1}`, of: `${isCondition ? 'SUM' : 'N'}(@y${at + 1})`, quantity: 'counted' as const, part },
    ]),
  });
}

/** Unweighted numbers of respondents: for whom it is yes, or all where nothing is counted but them. */
function writeCounts(parts: MeasureParts): void {
  const { source, plan, operands } = parts;
  const level: BaseLevel = plan.base === 'responses' ? 'asked' : plan.base;
  plan.rows.forEach((_, at) => {
    const [of] = operands[at] ?? [];
    const y = `@y${at + 1}`;
    if (of === undefined) source.writer.say(`COMPUTE ${y} = $SYSMIS.`, `IF (@kept EQ 1) ${y} = 1.`);
    else {
      const inBase = of.kind === '0' ? '@kept EQ 1' : `@kept EQ 1 AND ANY(${of.kind}, ${numbersInBase(level).join(', ')})`;
      source.writer.say(`COMPUTE ${y} = $SYSMIS.`, `IF (${inBase}) ${y} = 0.`, `IF (${y} EQ 0 AND ${of.value} EQ 1) ${y} = 1.`);
    }
  });
  const rows = plan.rows.map(({ item }) => partOf('count', item?.id));
  statisticsOf(parts, {
    weighted: [],
    unweighted: rows.flatMap((part, at) => [
      { name: `@e${at + 1}`, of: `SUM(@y${at + 1})`, quantity: 'estimate' as const, part },
      { name: `@n${at + 1}`, of: `N(@y${at + 1})`, quantity: 'n' as const, part },
      { name: `@c${at + 1}`, of: `SUM(@y${at + 1})`, quantity: 'counted' as const, part },
    ]),
  });
}
