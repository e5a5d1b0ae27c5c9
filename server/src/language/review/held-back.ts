import type { Codebook } from '../model/codebook';
import type { FigureDeclaration } from '../model/declarations';
import { type BoundData, type SubjectName, sharesOf } from '../shares';
import type { Cell, ShareTable } from '../shares/types';

/**
 * A figure's table without what disclosure holds back in the codebook's own table of the same numbers: a comparison with what is
 * printed must not bring to light what margins and other breakdowns were made to hide.
 */
export function withoutHeldBack(
  codebook: Codebook,
  bound: BoundData,
  figure: FigureDeclaration,
  table: ShareTable,
): ShareTable {
  const subject = subjectOf(codebook, figure);
  if (subject === undefined) return table;
  const own = sharesOf(codebook, bound.table).tables(subject);
  const same = own.find(({ by }) => by.join('\n') === table.by.join('\n'));
  const held = new Map((same?.cells ?? []).filter(isHeldBack).map((cell) => [keyOf(cell), cell]));
  return { ...table, cells: table.cells.map((cell) => hidden(cell, held.get(keyOf(cell)))) };
}

function subjectOf({ questions, derived }: Codebook, { indicator, of }: FigureDeclaration): SubjectName | undefined {
  if (indicator !== undefined) return { kind: 'indicator', id: indicator.text };
  const [id = ''] = of?.parsed.text.split('.') ?? [];
  if (questions.has(id)) return { kind: 'question', id };
  return derived.has(id) ? { kind: 'derived', id } : undefined;
}

function isHeldBack({ verdict }: Cell): boolean {
  return verdict?.action === 'suppress' && verdict.disclosure !== undefined;
}

/** The share of yes is the yes of a distribution. */
function keyOf({ item, category = 'yes', at, groups }: Cell): string {
  return [item ?? '', category, at ?? '', ...groups].join('\n');
}

function hidden(cell: Cell, held: Cell | undefined): Cell {
  if (held === undefined) return cell;
  const { bounds: _, uncertainty: __, ...rest } = cell;
  return { ...rest, estimate: held.estimate, waterfall: held.waterfall };
}
