import type { Codebook } from '../model/codebook';
import type { Asked } from './asked';
import type { CountedTable } from './behind-table';
import type { Engine, TabulationRequest } from './engine';
import { requestsOf } from './plan-requests';
import { type Known, policyOf, publishable, relationsOf } from './policy';
import { countedTables, type SubjectName, tablePlans } from './tables';
import type { ShareTable } from './types';

/** Everything of a codebook that numbers can be shown of. */
export function subjectsOf({ questions, derived, indicators }: Codebook): readonly SubjectName[] {
  return [
    ...[...questions.keys()].map((id): SubjectName => ({ kind: 'question', id })),
    ...[...derived.keys()].map((id): SubjectName => ({ kind: 'derived', id })),
    ...[...indicators.keys()].map((id): SubjectName => ({ kind: 'indicator', id })),
  ];
}

/** Whether what may be shown of one table depends on all the others: what one shows may tell what another hides. */
export function isJudgedTogether(codebook: Codebook): boolean {
  return policyOf(codebook).disclosure !== undefined;
}

/**
 * The tables of some subjects as the codebook's policy lets them be shown. Under rules of disclosure they are judged together with
 * all tables of the codebook's own, since whoever sees these has seen those.
 */
export function publishedTables(
  codebook: Codebook,
  engine: Engine,
  subjects: readonly SubjectName[],
  asked: Asked = {},
): readonly ShareTable[] {
  const wanted = countedTables(codebook, engine, subjects, asked);
  const others = isJudgedWithOthers(codebook, subjects, asked) ? countedTables(codebook, engine, subjectsOf(codebook)) : [];
  return judged(codebook, [...wanted, ...others]).slice(0, wanted.length);
}

/** Whoever asks for a part of it, or for something else, has seen what the codebook shows by itself. */
function isJudgedWithOthers(codebook: Codebook, subjects: readonly SubjectName[], asked: Asked): boolean {
  if (!isJudgedTogether(codebook)) return false;
  if (asked.by !== undefined || asked.among !== undefined) return true;
  return subjectsOf(codebook).some(({ kind, id }) => subjects.every((one) => one.kind !== kind || one.id !== id));
}

/** What an engine has to count for `publishedTables`. */
export function requestsFor(
  codebook: Codebook,
  subjects: readonly SubjectName[],
  asked: Asked = {},
): readonly TabulationRequest[] {
  const others = isJudgedWithOthers(codebook, subjects, asked) ? tablePlans(codebook, subjectsOf(codebook)) : [];
  return [...tablePlans(codebook, subjects, asked), ...others].flatMap(requestsOf);
}

function judged(codebook: Codebook, counted: readonly CountedTable[]): readonly ShareTable[] {
  const behind = new Map(counted.map((one) => [one.table, one]));
  const known: Known = {
    relations: relationsOf(codebook),
    remake: (table, cell, repair) => behind.get(table)?.remake(cell, repair),
    contributions: (table, cell) => behind.get(table)?.contributions(cell),
  };
  const tables = counted.map(({ table }) => table);
  return publishable(policyOf(codebook), tables, known);
}
