/** A text of the codebook, so that Markdown shows it as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~$]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');
}

export function strong(text: string): string {
  return text === '' ? '' : `**${escapeMarkdown(text)}**`;
}

/** A table whose first column is of words, the others of numbers. Cells are texts, not Markdown. */
export function numberTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = headings.map((_, at) => (at === 0 ? ':--' : '--:'));
  return tableOf(headings, align, rows);
}

/** A table of words. */
export function wordTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return tableOf(
    headings,
    headings.map(() => ':--'),
    rows,
  );
}

function tableOf(headings: readonly string[], align: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const width = headings.length;
  const body = rows.map((row) => line(Array.from({ length: width }, (_, at) => escapeMarkdown(row[at] ?? ''))));
  return [line(headings.map(escapeMarkdown)), line(align), ...body].join('\n');
}

/** Paragraphs, without those that say nothing. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
