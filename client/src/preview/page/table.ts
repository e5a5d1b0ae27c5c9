import type { PreviewCell, PreviewComparison, PreviewRow, PreviewTable } from '../../../../server/src/protocol';
import { html, type Markup, nothing, trusted } from './html';

/** A chart and the same numbers as a table; which of the two is seen is the page's class. Without a chart the table stays. */
export const renderTable = (table: PreviewTable): Markup => {
  const cellCount = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const warnings = (table.warnings ?? []).map((warning) => html`<li class="warning">${warning}</li>`);
  const notes = [...warnings, ...table.notes.map((note) => html`<li>${note}</li>`)];
  return html`<figure class="${table.svg === '' ? 'numbers-only' : 'charted'}">
${table.caption === '' ? nothing : html`<figcaption>${table.caption}</figcaption>`}
${table.svg === '' ? nothing : html`<div class="chart">${trusted(table.svg)}</div>`}
<div class="numbers"><table aria-label="${table.caption}">
${renderHead(table.columns, cellCount)}
<tbody>${table.rows.map((row) => renderRow(row, cellCount))}</tbody>
</table></div>
${renderComparisons(table.comparisons ?? [])}
${notes.length === 0 ? nothing : html`<ul class="notes">${notes}</ul>`}
</figure>`;
};

/** The column of row headers may have a heading of its own or none. */
const renderHead = (columns: readonly string[], cellCount: number): Markup => {
  const named = columns.length > cellCount;
  const corner = named ? html`<th scope="col">${columns[0] ?? ''}</th>` : html`<td></td>`;
  const rest = named ? columns.slice(1) : columns;
  return html`<thead><tr>${corner}${rest.map((column) => html`<th scope="col" class="number">${column}</th>`)}</tr></thead>`;
};

const renderRow = (row: PreviewRow, cellCount: number): Markup =>
  row.cells.length === 0
    ? html`<tr class="heading"><th scope="rowgroup" colspan="${cellCount + 1}">${row.header}</th></tr>`
    : html`<tr><th scope="row" class="level-${row.level}">${row.header}</th>${row.cells.map(renderCell)}</tr>`;

/** A reason in place of a number may take several lines, a number never does. What stands behind it is told when it is pointed at. */
const renderCell = ({ text, interval, detail }: PreviewCell): Markup => {
  const kind = /\d/.test(text) ? 'number' : 'words';
  const ends = interval === undefined ? nothing : html`<span class="interval">${interval}</span>`;
  return detail === undefined
    ? html`<td class="${kind}">${text}${ends}</td>`
    : html`<td class="${kind}" title="${detail}">${text}${ends}</td>`;
};

/** Differences and tests, below the numbers they are of. */
const renderComparisons = (comparisons: readonly PreviewComparison[]): Markup =>
  comparisons.length === 0
    ? nothing
    : html`<table class="comparisons"><tbody>${comparisons.map(
        ({ what, result }) => html`<tr><th scope="row">${what}</th><td>${result}</td></tr>`,
      )}</tbody></table>`;
