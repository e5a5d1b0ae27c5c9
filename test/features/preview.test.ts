import { type EntryPreview, previewOf, type StagePreview, type TablePreview } from '../../server/src/language';
import { cellLine } from '../../server/src/language/features/numbers/rows';
import { runFixtures } from './fixtures';

/** The page as text: every word and number on it; of a chart its kind. */
describe('preview', () => {
  runFixtures('preview', ({ snapshot, file, text }, header) => {
    const preview = previewOf(snapshot, file, { language: header('language') ?? 'en', width: 500 });
    if (preview === undefined) return 'nothing\n';
    const { title, state, stages } = preview;
    const error =
      state.firstError === undefined
        ? ''
        : ` → ${JSON.stringify(text.slice(state.firstError.span.start, state.firstError.span.end))}`;
    return [`${title}\n${state.kind}: ${state.text}${error}\n`, ...stages.map(stageText)].join('\n');
  });
});

function stageText({ id, label, entries }: StagePreview): string {
  return [`# ${label}${id === '' ? '(no stage)' : ''}\n`, ...entries.map(entryText)].join('\n');
}

function entryText({ kind, id, label, description, base, note, tables }: EntryPreview): string {
  const lines = [`## ${label} (${kind} ${id})`, description, base, ...tables.flatMap(tableLines), note ?? ''];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function tableLines({ caption, svg, columns, rows, comparisons = [], notes, warnings = [] }: TablePreview): readonly string[] {
  const chart = /class="[^"]*\bcb-(\w+)/.exec(svg)?.[1];
  return [
    `  ${caption} [${chart === undefined ? 'no chart' : 'chart'}]`,
    `  | | ${columns.join(' | ')} |`,
    ...rows.map(({ header, level, cells }) => `  | ${level === 1 ? '– ' : ''}${header} | ${cells.map(cellLine).join(' | ')} |`),
    ...comparisons.map(({ what, result }) => `  ${what}: ${result}`),
    ...warnings.map((warning) => `  ! ${warning}`),
    ...notes.map((note) => `  * ${note}`),
  ];
}
