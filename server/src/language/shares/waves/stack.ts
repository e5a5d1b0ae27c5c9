import type { Sample } from '../../estimation/sample';
import { columnsOfDesign } from '../../model/data-columns';
import type { BoundData } from '../binding';
import type { Drawn } from '../drawn';
import { columnsOfStages, drawnFromStages, readStages, type Stage, type StageColumns, stagesOf } from '../drawn-stages';
import type { CodedColumn, DataTable, TextColumn } from '../types';
import { sharedPopulations } from './shared-populations';
import { stackedColumn, stackedIds } from './stacked-columns';
import type { Overlap, SeparateRounds } from './types';
import { commonUnits, type StackedStages } from './units-in-both';

/** Two rounds as they are counted: with the leaves of one sample where they are stacked, else each with its own. */
export interface Stack {
  readonly overlap: Overlap;
  readonly earlier: BoundData;
  readonly now: BoundData;
  /** The sample of both together, where they are stacked. */
  readonly sample?: Sample;
}

/**
 * The respondents of both rounds as one sample of units: those of one stratum (and of one unit at each stage above) with one name
 * are one unit, so that the covariance of the rounds is between what its rows say. A round is a domain of that sample (R: both
 * data sets stacked, `svydesign(ids = ~id, strata = ~stratum)`, `svyby(~y, ~round, svymean, covmat = TRUE)`, `svycontrast`).
 * Where they can't be stacked, or have nobody in common, each stays with its own sample.
 * @param designed whether the declared designs count, or every respondent as drawn alone
 */
export function stackOf(earlier: BoundData, now: BoundData, designed: boolean): Stack {
  const separate = (reason: SeparateRounds['reason']): Stack => ({ overlap: { kind: 'separate', reason }, earlier, now });
  const rounds = [earlier, now] as const;
  const [earlierId, nowId] = rounds.map(idColumn);
  if (earlierId === undefined || nowId === undefined) return separate('no_id');
  const [earlierType, nowType] = rounds.map(({ codebook }) => codebook.header.unit?.type?.text);
  if (earlierType !== nowType) return separate('unit_differs');
  const drawn = rounds.map((round) => round.drawn(designed));
  if (drawn.some(({ isBroken }) => isBroken === true)) return separate('broken_design');
  if (drawn.some(({ sample }) => sample.kind === 'replicates')) return separate('replicates');
  const ids = stackedIds({ column: earlierId, table: earlier.table }, { column: nowId, table: now.table });
  const stages = stackedStages(earlier, now, designed, ids);
  if (stages === undefined) return separate('designs_differ');
  const overlap = commonUnits(stages, ids, earlier.rows);
  if (overlap.units.both === 0) return separate('no_unit_in_both');
  const lonePsu = now.codebook.data?.design?.lonePsu ?? 'fail';
  const together = drawnFromStages(stages.stages, earlier.rows + now.rows, lonePsu);
  return {
    overlap,
    earlier: drawnAs(earlier, together, 0),
    now: drawnAs(now, together, earlier.rows),
    sample: together.sample,
  };
}

/** The data of one round with the leaves that its rows have in both together. */
function drawnAs(bound: BoundData, { sample, leafOf }: Drawn, from: number): BoundData {
  const leaves = leafOf === undefined ? {} : { leafOf: leafOf.slice(from, from + bound.rows) };
  const drawn: Drawn = { sample, ...leaves, replicateWeights: [] };
  return { ...bound, drawn: () => drawn };
}

function idColumn({ codebook, table }: BoundData): TextColumn | undefined {
  const id = codebook.data?.id?.text;
  return id === undefined ? undefined : table.columns.get(id);
}

/** `undefined` where one round has strata, or units above the respondents, and the other has none. */
function stackedStages(earlier: BoundData, now: BoundData, designed: boolean, ids: CodedColumn): StackedStages | undefined {
  const [before, after] = [ownColumns(earlier, designed), ownColumns(now, designed)];
  const [first, second] = [before[0], after[0]];
  if (first === undefined || second === undefined || !hasSameShape(first, second)) return undefined;
  const isAlike = before.length === after.length && before.every((one, at) => hasSameShape(one, after[at]));
  const depth = isAlike ? before.length : 1;
  const columns = Array.from({ length: depth }, (_, at): StageColumns => {
    const side = (of: 'strata' | 'units') => stackedPair(before[at]?.[of], earlier.table, after[at]?.[of], now.table);
    return { strata: side('strata'), units: side('units') ?? ids, population: undefined };
  });
  const [own, other] = [ownStages(before, earlier.table), ownStages(after, now.table)];
  if (own === undefined || other === undefined) return undefined;
  const populations = sharedPopulations({ stages: own, rows: earlier.rows }, { stages: other, rows: now.rows });
  const stages = stagesOf(columns, populations, earlier.rows + now.rows);
  return { stages, ofRespondents: first.units === undefined, populations: populations.countsIn(stages[0]) };
}

/** The columns of each stage that counts; those who are drawn alone are the units of one stratum. */
function ownColumns({ codebook, table }: BoundData, designed: boolean): readonly StageColumns[] {
  const design = designed ? codebook.data?.design : undefined;
  if (design === undefined || columnsOfDesign(design).length === 0) return [drawnAlone];
  return columnsOfStages(design, table) ?? [];
}

const drawnAlone: StageColumns = { strata: undefined, units: undefined, population: undefined };

function ownStages(columns: readonly StageColumns[], table: DataTable): readonly Stage[] | undefined {
  return readStages(columns, table).stages;
}

function hasSameShape(one: StageColumns, other: StageColumns | undefined): boolean {
  return (
    other !== undefined &&
    (one.strata === undefined) === (other.strata === undefined) &&
    (one.units === undefined) === (other.units === undefined)
  );
}

function stackedPair(
  earlier: TextColumn | undefined,
  earlierTable: DataTable,
  now: TextColumn | undefined,
  nowTable: DataTable,
): CodedColumn | undefined {
  if (earlier === undefined || now === undefined) return undefined;
  return stackedColumn({ column: earlier, table: earlierTable }, { column: now, table: nowTable });
}
