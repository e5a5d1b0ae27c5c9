import { type MeasureParts, partOf, statisticsOf } from './measure-parts';

/** A ratio of two totals, over respondents with both. */
export function writeRatios(parts: MeasureParts): void {
  const { source, plan, operands } = parts;
  operands.forEach(([of, per], at) => {
    if (of === undefined || per === undefined) return;
    const [y, p] = [`@y${at + 1}`, `@p${at + 1}`];
    const known = `@kept EQ 1 AND ${of.kind} EQ 0 AND ${per.kind} EQ 0`;
    source.writer.say(
      `COMPUTE ${y} = $SYSMIS.`,
      `COMPUTE ${p} = $SYSMIS.`,
      `IF (${known}) ${y} = ${of.value}.`,
      `IF (${known}) ${p} = ${per.value}.`,
    );
  });
  const rows = plan.rows.map(({ item }) => partOf('ratio', item?.id));
  statisticsOf(parts, {
    weighted: rows.flatMap((part, at) => [
      { name: `@s${at + 1}`, of: `SUM(@y${at + 1})`, part },
      { name: `@d${at + 1}`, of: `SUM(@p${at + 1})`, part },
    ]),
    computed: rows.map((part, at) => ({
      name: `@e${at + 1}`,
      statement: `IF (@d${at + 1} NE 0) @e${at + 1} = @s${at + 1} / @d${at + 1}.`,
      part,
    })),
    unweighted: rows.flatMap((part, at) => [
      { name: `@n${at + 1}`, of: `N(@y${at + 1})`, quantity: 'n' as const, part },
      { name: `@c${at + 1}`, of: `N(@y${at + 1})`, quantity: 'counted' as const, part },
    ]),
  });
}

/** Each option's share of all ticks. */
export function writeTickShares(parts: MeasureParts): void {
  const { source, plan, operands } = parts;
  const names = operands.map((_, at) => `@y${at + 1}`);
  operands.forEach(([of], at) => {
    if (of === undefined) return;
    source.writer.say(`COMPUTE @y${at + 1} = 0.`, `IF (@kept EQ 1 AND ${of.kind} EQ 0 AND ${of.value} EQ 1) @y${at + 1} = 1.`);
  });
  source.writer.say(`COMPUTE @ticks = SUM(${names.join(', ')}).`);
  const rows = plan.rows.map(({ item }) => partOf('share', item?.id));
  const all = partOf('share');
  statisticsOf(parts, {
    weighted: [
      { name: '@d', of: 'SUM(@ticks)', part: all },
      ...rows.map((part, at) => ({ name: `@s${at + 1}`, of: `SUM(@y${at + 1})`, part })),
    ],
    computed: rows.map((part, at) => ({
      name: `@e${at + 1}`,
      statement: `IF (@d NE 0) @e${at + 1} = @s${at + 1} / @d.`,
      part,
    })),
    unweighted: rows.flatMap((part, at) => [
      { name: `@n${at + 1}`, of: 'SUM(@ticks)', quantity: 'n' as const, part },
      { name: `@c${at + 1}`, of: `SUM(@y${at + 1})`, quantity: 'counted' as const, part },
    ]),
  });
}

/** Cronbach's alpha over respondents with every item, from the spread of the items and of their sum. */
export function writeAlpha(parts: MeasureParts): void {
  const { source, operands } = parts;
  const items = operands[0] ?? [];
  const known = items.map(({ kind }) => `${kind} EQ 0`).join(' AND ');
  source.writer.say(
    ...items.flatMap(({ value }, at) => [
      `COMPUTE @y${at + 1} = $SYSMIS.`,
      `IF (@kept EQ 1 AND ${known}) @y${at + 1} = ${value}.`,
    ]),
    `COMPUTE @sum = ${items.map((_, at) => `@y${at + 1}`).join(' + ')}.`,
  );
  const part = partOf('alpha');
  const k = items.length;
  const ofItems = items.map((_, at) => `@s${at + 1} ** 2`).join(' + ');
  statisticsOf(parts, {
    weighted: [
      { name: '@s', of: 'SD(@sum)', part },
      ...items.map((_, at) => ({ name: `@s${at + 1}`, of: `SD(@y${at + 1})`, part })),
    ],
    computed:
      k < 2 ? [] : [{ name: '@e1', statement: `IF (@s GT 0) @e1 = ${k} / ${k - 1} * (1 - (${ofItems}) / @s ** 2).`, part }],
    unweighted: [
      { name: '@n1', of: 'N(@sum)', quantity: 'n', part },
      { name: '@c1', of: 'N(@sum)', quantity: 'counted', part },
    ],
  });
}
