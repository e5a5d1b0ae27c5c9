import { type MeasureParts, partOf, weightOf } from './measure-parts';
import { aggregate, breaksOf } from './output';

/**
 * Quantiles: the least value that at least the share p of the weight does not exceed. The cases are sorted within their group, the
 * weights summed up, and the first case that reaches the share is taken.
 */
export function writeQuantiles(parts: MeasureParts, statistic: 'median' | 'quantile', at: readonly number[]): void {
  const { source, output, plan, table, patterns, operands } = parts;
  const { writer } = source;
  const subject = plan.subject.id;
  const isWeighted = weightOf(parts) !== 'WEIGHT OFF.';
  operands.forEach(([of], row) => {
    if (of === undefined) return;
    const item = plan.rows[row]?.item?.id;
    const part = (p: number) => partOf(statistic, item, undefined, statistic === 'quantile' ? p : undefined);
    writer.say('WEIGHT OFF.', 'COMPUTE @y1 = $SYSMIS.', `IF (@kept EQ 1 AND ${of.kind} EQ 0) @y1 = ${of.value}.`);
    for (const groups of patterns) {
      const numbers = at.flatMap((p) => [
        { column: '@n1', quantity: 'n' as const, part: part(p) },
        { column: '@c1', quantity: 'counted' as const, part: part(p) },
      ]);
      aggregate(output, { subject, by: table.by, groups, columns: numbers }, ['@n1=N(@y1)', '@c1=N(@y1)']);
      for (const p of at) {
        writer.say('DATASET COPY sorted.', 'DATASET ACTIVATE sorted.', 'SELECT IF (NOT SYSMIS(@y1)).');
        if (isWeighted) writer.say('SELECT IF (@weight GT 0).');
        const breaks = breaksOf(groups);
        const same = breaks
          .split(' ')
          .map((name) => `${name} EQ LAG(${name})`)
          .join(' AND ');
        writer.say(
          `SORT CASES BY ${breaks} @y1.`,
          `COMPUTE @reached = ${isWeighted ? '@weight' : '1'}.`,
          `IF ($CASENUM GT 1 AND ${same}) @reached = LAG(@reached) + ${isWeighted ? '@weight' : '1'}.`,
          `AGGREGATE OUTFILE=* MODE=ADDVARIABLES /BREAK=${breaks} /@whole=MAX(@reached).`,
          `SELECT IF (@reached GE ${p} * @whole * (1 - 1e-12)).`,
        );
        const columns = [{ column: '@e1', quantity: 'estimate' as const, part: part(p) }];
        aggregate(output, { subject, by: table.by, groups, columns }, ['@e1=MIN(@y1)'], [], 'sorted');
        writer.say('DATASET ACTIVATE answers.', 'DATASET CLOSE sorted.');
      }
    }
  });
}
