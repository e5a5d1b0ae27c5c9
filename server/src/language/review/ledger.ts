import type { Codebook } from '../model/codebook';
import type { FigureDeclaration, PublishedNumber } from '../model/declarations';
import { type FigureKey, figureKeys } from '../model/figure-keys';
import { figureIndicator } from '../model/indicators';
import { query } from '../model/query';
import { type BoundData, bindData } from '../shares';
import { roundNumber } from '../shares/rounding';
import type { DataTable, LedgerLine } from '../shares/types';
import { remembered } from '../text/remember';
import type { Computed, WantedNumber } from './computed';
import { type FigureTable, figureTable } from './figure-table';
import { frameNumber } from './frame-rates';

/**
 * Every published number beside what the definitions and the data give, in the order of the codebook: the one source for
 * the command line, the check of figures and the preview. Without data only response rates can be computed.
 */
export function ledgerOf(codebook: Codebook, bound: BoundData | undefined): readonly LedgerLine[] {
  return [...codebook.figures.values()].flatMap((figure) => figureLines(codebook, bound, figure));
}

/** The lines of one figure. */
export function figureLines(
  codebook: Codebook,
  bound: BoundData | undefined,
  figure: FigureDeclaration,
): readonly LedgerLine[] {
  return bound === undefined ? linesWithout(codebook, figure) : linesWith(bound.table)(codebook, figure);
}

const linesWithout = query((codebook: Codebook, figure: FigureDeclaration) => linesOf(codebook, undefined, figure));

const linesWith = remembered((table: DataTable) =>
  query((codebook: Codebook, figure: FigureDeclaration) => linesOf(codebook, bindData(codebook, table), figure)),
);

function linesOf(codebook: Codebook, bound: BoundData | undefined, figure: FigureDeclaration): readonly LedgerLine[] {
  const rounding = figure.rounding ?? figureIndicator(codebook, figure)?.rounding ?? codebook.defaults?.rounding ?? 'half_up';
  const table = figure.frames === undefined ? figureTable(codebook, bound, figure) : undefined;
  return figure.numbers.flatMap((numbers) =>
    numbers.cells.map((number) => {
      const keys = figureKeys(codebook, figure, numbers, number);
      const wanted = { statistic: numbers.statistic, keys, decimals: number.decimals, rounding };
      return line(codebook, figure, number, wanted, compute(codebook, figure, table, wanted));
    }),
  );
}

function compute(
  codebook: Codebook,
  figure: FigureDeclaration,
  table: FigureTable | undefined,
  wanted: WantedNumber,
): Computed {
  if (table === undefined) return frameNumber(codebook, figure, wanted);
  return table.kind === 'none' ? table : table.number(wanted);
}

function line(
  codebook: Codebook,
  figure: FigureDeclaration,
  { number, decimals }: PublishedNumber,
  { statistic, keys }: WantedNumber,
  computed: Computed,
): LedgerLine {
  const named = (role: FigureKey['role']): string | undefined => keys.find((key) => key.role === role)?.name.text;
  const item = named('item');
  const category = named('category');
  return {
    figure: figure.id.text,
    subject: subjectOf(codebook, figure),
    ...(item === undefined ? {} : { item }),
    ...(category === undefined ? {} : { category }),
    groups: Object.fromEntries(keys.flatMap((key) => groupOf(key))),
    statistic,
    published: { text: number.text, value: number.value, decimals },
    place: number.place,
    ...(computed.kind === 'none' ? {} : { computed: computed.value, computedRounded: computed.rounded }),
    ...verdict(figure, number.value, decimals, computed),
  };
}

function groupOf({ role, name, variable }: FigureKey): readonly (readonly [string, string])[] {
  if (role === 'frame') return [['frame', name.text]];
  return role === 'group' && variable !== undefined ? [[variable, name.text]] : [];
}

/** What the figure is of, as the codebook names it: an indicator, a variable or item, or the frames. */
function subjectOf(codebook: Codebook, figure: FigureDeclaration): string {
  if (figure.frames !== undefined) return figure.frames.map((frame) => frame.text).join(', ');
  const { indicator, of } = figure;
  if (indicator !== undefined) return codebook.indicators.get(indicator.text)?.id.text ?? indicator.text;
  return of?.parsed.text.trim() ?? '';
}

function verdict(
  { unverifiable }: FigureDeclaration,
  published: number,
  decimals: number,
  computed: Computed,
): Pick<LedgerLine, 'status' | 'reason'> {
  if (unverifiable !== undefined) return { status: 'unverifiable', reason: unverifiable.text };
  if (computed.kind === 'none') return { status: 'not_computable', reason: computed.reason };
  const isEqual = computed.rounded === roundNumber(published, decimals, 'half_up');
  return { status: isEqual ? 'equal' : 'differs' };
}
