import type { Cluster, LonePsu, Stratum } from '../estimation/sample';
import type { DesignDeclaration } from '../model/declarations';
import { emptyCells, nameCells } from './design-cells';
import type { Drawn } from './drawn';
import { type Grouping, oneGroup, refined } from './grouping';
import { mostNamed, type Populations, readPopulations } from './populations';
import type { DataFinding, DataTable, TextColumn } from './types';

/**
 * The tree of strata and sampling units that the columns of a design tell of the rows of a table. Units are told apart within
 * their stratum, and strata of a further stage within the unit above (R `survey`: `nest = TRUE`). As many stages as have a
 * population, at least one: without a population the first stage tells the variance, and stages below the last population
 * count as taken whole (R: `svydesign`).
 */
export function drawnInStages(
  design: DesignDeclaration,
  table: DataTable,
): { readonly drawn: Drawn | undefined; readonly findings: readonly DataFinding[] } {
  const columns = columnsOfStages(design, table);
  if (columns === undefined) return { drawn: undefined, findings: [] };
  const { stages, findings } = readStages(columns, table);
  if (stages === undefined) return { drawn: undefined, findings };
  const drawn = drawnFromStages(stages, table.rows, design.lonePsu);
  return { drawn, findings: design.lonePsu === 'fail' ? stages.flatMap(loneUnits) : [] };
}

/** The stages that columns tell of the rows of a table; none where the table does not fit them. */
export function readStages(
  columns: readonly StageColumns[],
  table: DataTable,
): { readonly stages: readonly Stage[] | undefined; readonly findings: readonly DataFinding[] } {
  const populations = readPopulations(
    columns.flatMap(({ population }) => population ?? []),
    table,
  );
  const unread = [
    ...columns.flatMap(({ strata, units }) => [strata, units].flatMap((one) => (one === undefined ? [] : emptyCells(one)))),
    ...populations.findings,
  ];
  if (unread.length > 0) return { stages: undefined, findings: distinct(unread) };
  const stages = stagesOf(columns, populations, table.rows);
  const broken = stages.flatMap(({ populations: { findings } }) => findings);
  return broken.length > 0 ? { stages: undefined, findings: broken } : { stages, findings: [] };
}

/** The sample that the stages are, with the leaf of each row. */
export function drawnFromStages(stages: readonly Stage[], rows: number, lonePsu: LonePsu): Drawn {
  const last = stages.at(-1);
  const leaves = last?.units ?? last?.strata ?? oneGroup(rows);
  return {
    sample: { kind: 'linearised', strata: treeOf(stages)[0] ?? [], leaves: leaves.count, lonePsu },
    ...(leaves.count === 1 ? {} : { leafOf: leaves.of }),
    replicateWeights: [],
  };
}

export interface StageColumns {
  readonly strata: TextColumn | undefined;
  /** Absent in the last stage where the respondents are its units. */
  readonly units: TextColumn | undefined;
  readonly population: TextColumn | undefined;
}

/** The columns of each stage that counts; none where a stage below the respondents is named. */
export function columnsOfStages(
  { strata, psu, fpc }: DesignDeclaration,
  table: DataTable,
): readonly StageColumns[] | undefined {
  if (Math.max(strata.length, fpc.length) > psu.length + 1) return undefined;
  const column = (name: { readonly text: string } | undefined) => table.columns.get(name?.text ?? '');
  return Array.from({ length: Math.max(1, fpc.length) }, (_, stage) => ({
    strata: column(strata[stage]),
    units: column(psu[stage]),
    population: column(fpc[stage]),
  }));
}

export interface Stage {
  readonly columns: StageColumns;
  readonly strata: Grouping;
  /** What each stratum is called in messages. */
  readonly labels: readonly string[];
  readonly units: Grouping | undefined;
  /** By stratum, the units in the data. */
  readonly sampled: Uint32Array;
  readonly populations: Populations;
}

/** The rows put into the strata and units of each stage. @param populations how many units each stratum of a stage has in all */
export function stagesOf(
  columns: readonly StageColumns[],
  populations: Pick<ReturnType<typeof readPopulations>, 'of'>,
  rows: number,
): readonly Stage[] {
  const stages: Stage[] = [];
  let [above, aboveLabels]: [Grouping, readonly string[]] = [oneGroup(rows), ['']];
  for (const [at, column] of columns.entries()) {
    const strata = column.strata === undefined ? above : refined(above, nameCells(column.strata));
    const labels = labelsOf(strata, { above, labels: aboveLabels }, column.strata);
    const units = column.units === undefined ? undefined : refined(strata, nameCells(column.units));
    const sampled = units === undefined ? strata.sizes : membersOf(units, strata);
    stages.push({
      columns: column,
      strata,
      labels,
      units,
      sampled,
      populations: populations.of(at, { strata, labels, sampled }),
    });
    if (units === undefined) break;
    [above, aboveLabels] = [units, labelsOf(units, { above: strata, labels }, column.units)];
  }
  return stages;
}

/** `north, 15`: what the groups above are called, and the group itself. */
function labelsOf(
  groups: Grouping,
  { above, labels }: { readonly above: Grouping; readonly labels: readonly string[] },
  column: TextColumn | undefined,
): readonly string[] {
  if (column === undefined) return labels;
  const { codes, names } = nameCells(column);
  return Array.from(groups.firstRow, (row) =>
    [labels[above.of[row] ?? 0], names[codes[row] ?? 0]].filter((part) => part !== undefined && part !== '').join(', '),
  );
}

/** How many groups of the finer grouping lie in each of the coarser. */
function membersOf(finer: Grouping, coarser: Grouping): Uint32Array {
  const counts = new Uint32Array(coarser.count);
  for (const row of finer.firstRow) counts[coarser.of[row] ?? 0] = (counts[coarser.of[row] ?? 0] ?? 0) + 1;
  return counts;
}

/** The strata of the first stage, under the one group of everybody; built from the last stage upwards. */
function treeOf(stages: readonly Stage[]): readonly (readonly Stratum[])[] {
  let below: readonly (readonly Stratum[])[] | undefined;
  for (const [at, stage] of [...stages.entries()].reverse()) {
    const above = at === 0 ? undefined : stages[at - 1]?.units;
    below = strataByUnit(stage, above, below);
  }
  return below ?? [];
}

function strataByUnit(
  stage: Stage,
  above: Grouping | undefined,
  below: readonly (readonly Stratum[])[] | undefined,
): readonly (readonly Stratum[])[] {
  const { strata, labels, units, sampled, populations } = stage;
  const clusters: Cluster[][] = Array.from({ length: strata.count }, () => []);
  for (const [unit, row] of units?.firstRow.entries() ?? []) {
    const cluster: Cluster = below === undefined ? { kind: 'leaf', leaf: unit } : { kind: 'stage', strata: below[unit] ?? [] };
    clusters[strata.of[row] ?? 0]?.push(cluster);
  }
  const byUnit: Stratum[][] = Array.from({ length: above?.count ?? 1 }, () => []);
  for (const [stratum, row] of strata.firstRow.entries()) {
    const population = populations.byStratum?.[stratum];
    byUnit[above?.of[row] ?? 0]?.push({
      label: labels[stratum] ?? '',
      sampled: sampled[stratum] ?? 0,
      ...(population === undefined || population === Number.POSITIVE_INFINITY ? {} : { population }),
      units:
        units === undefined ? { kind: 'respondents', leaf: stratum } : { kind: 'clusters', clusters: clusters[stratum] ?? [] },
    });
  }
  return byUnit;
}

/** The part of its units that the sample leaves out, below which R takes the stratum to be taken whole. */
const allSampled = 1e-7;

/** Strata with one unit in the data that are not taken whole. */
function loneUnits({ columns, labels, sampled, populations }: Stage): readonly DataFinding[] {
  const lone = labels.flatMap((label, stratum) => {
    const population = populations.byStratum?.[stratum] ?? Number.POSITIVE_INFINITY;
    return sampled[stratum] === 1 && 1 - 1 / population >= allSampled ? [{ text: label, count: 1 }] : [];
  });
  const column = columns.strata ?? columns.units ?? columns.population;
  if (lone.length === 0 || column === undefined) return [];
  return [{ kind: 'lone-psu', column: column.name, count: lone.length, examples: lone.slice(0, mostNamed) }];
}

/** A column that stands for several stages is told once. */
function distinct(findings: readonly DataFinding[]): readonly DataFinding[] {
  return findings.filter(
    ({ kind, column }, at) => findings.findIndex((other) => other.kind === kind && other.column === column) === at,
  );
}
