import { type Cell, formatNumber, type LedgerLine, roundedEstimate, type ShareTable } from '../../server/src/language/shares';

/** A table as text: one line per cell, with its number, base and bounds. */
export function render(table: ShareTable): string {
  const head = `${table.subject.id} by ${table.by.join(' * ') || 'nothing'}, ${table.base}${table.weighted ? ', weighted' : ''}`;
  return [head, ...table.cells.map((cell) => `  ${renderCell(cell, table)}`)].join('\n');
}

export function renderCell(cell: Cell, { decimals, rounding }: ShareTable): string {
  const name = [cell.groups.join('/'), cell.item, cell.category, cell.at].filter((part) => part !== undefined && part !== '');
  const value = roundedEstimate(cell.estimate, cell.statistic, decimals, rounding);
  const number = cell.estimate.kind === 'none' ? cell.estimate.reason : formatNumber(value ?? 0, decimals, 'en');
  const { base, counted } = cell.waterfall;
  const bounds =
    cell.bounds === undefined
      ? ''
      : ` [${[cell.bounds.low, cell.bounds.high].map((one) => formatNumber(one * 100, 1, 'en')).join(', ')}]`;
  return `${name.join(' ') || 'all'}: ${cell.statistic} ${number} (${counted.n} of ${base.n})${bounds}`;
}

/** A published number beside the computed one. */
export function renderLine(line: LedgerLine): string {
  const keys = [line.item, line.category, Object.values(line.groups).join('/')].filter(
    (key) => key !== undefined && key !== '',
  );
  const computed = line.computedRounded === undefined ? '' : ` = ${line.computedRounded}`;
  const reason = line.reason === undefined ? '' : ` ${line.reason}`;
  return `${[line.figure, ...keys, line.statistic].join(' ')}: ${line.published.text}${computed} ${line.status}${reason}`;
}
