import type { Sample } from '../../estimation/sample';
import { columnsOfDesign } from '../../model/data-columns';
import type { BoundData } from '../binding';
import type { Drawn } from '../drawn';
import { columnsOfStages, drawnFromStages, readStages, type Stage, type StageColumns, stagesOf } from '../drawn-stages';
import type { CodedColumn, DataTable, TextColumn } from '../types';
import { partsOfStrata } from './parts-of-strata';
import { sharedPopulations } from './shared-populations';
import { stackedColumn, stackedIds } from './stacked-columns';
import type { Overlap, SeparateRounds, StackedRounds } from './types';
import { commonUnits } from './units-in-both';

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
 * data sets stacked, `svydesign(ids = ~id, strata = ~interaction(stratum, rounds))`, where `rounds` says in which of them a unit
 * is, `svyby(~y, ~round, svymean, covmat = TRUE)`, `svycontrast`; Tam 1984 has the covariance of overlapping samples). Where they can't be stacked, or have nobody in common, each stays with its own sample.
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
  const { overlap } = stages;
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

interface StackedStages {
  readonly stages: readonly Stage[];
  readonly overlap: StackedRounds;
}

/** `undefined` where one round has strata, or units above the respondents, and the other has none. */
function stackedStages(earlier: BoundData, now: BoundData, designed: boolean, ids: CodedColumn): StackedStages | undefined {
  const [before, after] = [ownColumns(earlier, designed), ownColumns(now, designed)];
  const [own, other] = [readStages(before, earlier.table).stages, readStages(after, now.table).stages];
  const columns = stackedColumns({ columns: before, table: earlier.table }, { columns: after, table: now.table }, ids);
  if (own === undefined || other === undefined || columns === undefined) return undefined;
  const populations = sharedPopulations({ stages: own, rows: earlier.rows }, { stages: other, rows: now.rows });
  const rows = earlier.rows + now.rows;
  const [whole] = stagesOf(columns, populations, rows);
  if (whole === undefined) return undefined;
  const [first, ...further] = columns;
  const strata = partsOfStrata(whole, earlier.rows);
  const stages = stagesOf([{ ...(first ?? drawnAlone), strata }, ...further], populations, rows);
  const counted = { stated: populations.statedIn(whole), used: populations.usedIn(stages[0]) };
  return {
    stages,
    overlap: commonUnits(whole, ids, earlier.rows, { ofRespondents: before[0]?.units === undefined, populations: counted }),
  };
}

interface OwnColumns {
  readonly columns: readonly StageColumns[];
  readonly table: DataTable;
}

/** The columns of the stages that both rounds have; the last units are the respondents where nothing else is. */
function stackedColumns(earlier: OwnColumns, now: OwnColumns, ids: CodedColumn): readonly StageColumns[] | undefined {
  const [before, after] = [earlier.columns, now.columns];
  const [first] = before;
  if (first === undefined || !hasSameShape(first, after[0])) return undefined;
  const isAlike = before.length === after.length && before.every((one, at) => hasSameShape(one, after[at]));
  return before.slice(0, isAlike ? before.length : 1).map((one, at): StageColumns => {
    const stacked = (of: 'strata' | 'units') => stackedPair(one[of], earlier.table, after[at]?.[of], now.table);
    return { strata: stacked('strata'), units: stacked('units') ?? ids, population: undefined };
  });
}

/** The columns of each stage that counts; those who are drawn alone are the units of one stratum. */
function ownColumns({ codebook, table }: BoundData, designed: boolean): readonly StageColumns[] {
  const design = designed ? codebook.data?.design : undefined;
  if (design === undefined || columnsOfDesign(design).length === 0) return [drawnAlone];
  return columnsOfStages(design, table) ?? [];
}

const drawnAlone: StageColumns = { strata: undefined, units: undefined, population: undefined };

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
