import { readDeclarations } from '../../model/read';
import { type EntrySection, holdsEntries, type NodePath, quoteText } from '../../syntax';
import { hasRoom } from './cursor';
import { freeId, hasColon, lineBefore, lineEnd, stop, template, writeTemplate } from './edit';
import { emptyText } from './new-scale';
import { type Pool, poolOf } from './pools';
import type { Completion, CompletionPlace } from './types';
import { completionWords } from './words';

/** Whole entries with places to fill in, where an entry of a section could begin. */
export function entryPools(place: CompletionPlace, path: NodePath): readonly Pool[] {
  const section = String(path[0]);
  if (path.length !== 1 || !holdsEntries(section) || place.cursor.flow || hasColon(place)) return [];
  const lead = lineEnd(place) + ' '.repeat(place.cursor.indent);
  const entries = Object.entries(templates(place)[section]);
  return [poolOf(entries.map(([name, lines]) => entryCompletion(place, name, lines.join(lead))))];
}

/** In the first column, below the entries of a section: another one of them, as deep as they stand. */
export function betweenEntries(place: CompletionPlace): readonly Pool[] {
  const { cursor } = place;
  const { role, section, indent } = cursor.placed.entry;
  if (cursor.path.length > 0 || cursor.flow || role !== 'member' || lineBefore(place) !== '') return [];
  const inner = { ...place, cursor: { ...cursor, path: [section], indent, prefix: ' '.repeat(indent) } };
  return hasRoom(inner) ? entryPools(inner, [section]) : [];
}

function entryCompletion(place: CompletionPlace, name: string, marked: string): Completion {
  return {
    label: name,
    kind: 'entry',
    detail: completionWords(place.language).entries[name] ?? '',
    documentation: '',
    ...writeTemplate(place, template(marked)),
    filter: name,
  };
}

/** By section and name: lines, each indented as deep as it stands below the entry's own. */
function templates(place: CompletionPlace): Readonly<Record<EntrySection, Readonly<Record<string, readonly string[]>>>> {
  const { codebook } = place;
  const text = emptyText(place, stop());
  const label = `  label: ${text}`;
  const coded = (id: string, code: number) => `    ${id}: {code: ${code}, label: ${text}}`;
  const stage = stageAbove(place) ?? first(codebook.stages);
  const staged = stage === undefined ? [] : [`  stage: ${stop(stage)}`];
  const scale = `  scale: ${stop(first(codebook.scales) ?? 'yes_no')}`;
  const begin = (base: string, taken: ReadonlyMap<string, unknown>) => `${stop(freeId(base, (id) => taken.has(id)))}:`;
  const question = (...lines: string[]) => [begin('new_question', codebook.variables), ...staged, label, ...lines];
  const derived = (...lines: string[]) => [begin('new_variable', codebook.variables), label, ...lines];
  const ofBase = codebook.defaults?.base === undefined ? ['  base: answered'] : [];
  const indicator = (measure: string, ...lines: string[]) => [
    begin('new_indicator', codebook.indicators),
    `  measure: ${measure}`,
    ...lines,
  ];
  const of = `  of: ${stop()}`;
  const figure = (...lines: string[]) => [begin('new_figure', codebook.figures), `  source: {page: ${stop()}}`, ...lines];
  const newScale = (...lines: string[]) => [begin('new_scale', codebook.scales), ...lines];
  return {
    stages: { stage: [`${begin('new_stage', codebook.stages)} ${text}`] },
    frames: {
      frame: [begin('new_frame', codebook.frames), label, `  sent: ${stop('0')}`, `  responded: ${stop('0')}`],
      sum: [begin('new_frame', codebook.frames), label, `  of: [${stop()}]`],
    },
    scales: {
      scale: newScale('  categories:', coded(stop('first'), 1), coded(stop('second'), 2)),
      ordered: newScale('  order: ascending', '  categories:', coded(stop('low'), 1), coded(stop('high'), 2)),
      yes_no: newScale('  categories:', coded('"yes"', 1), coded('"no"', 2)),
    },
    questions: {
      single: question(scale),
      battery: question(scale, '  items:', `    ${stop('first')}: ${text}`, `    ${stop('second')}: ${text}`),
      multiple: question(
        '  type: multiple',
        '  unticked: means_no',
        '  options:',
        `    ${stop('first')}: ${text}`,
        `    ${stop('second')}: ${text}`,
      ),
      number: question('  type: number', `  range: ${stop('0..')}`),
      text: question('  type: text'),
      date: question('  type: date'),
    },
    derived: {
      value: derived(`  value: ${stop()}`),
      merge: derived(of, '  categories:', `    ${stop('first')}: {label: ${text}, of: [${stop()}]}`),
      classes: derived('  categories:', `    ${stop('first')}:`, `      label: ${text}`, `      when: ${stop()}`),
    },
    indicators: {
      share: indicator('share', of, ...ofBase),
      distribution: indicator('distribution', of, ...ofBase),
      mean: indicator('mean', of),
      median: indicator('median', of),
      quantile: indicator('quantile', of, `  at: [${stop('0.25, 0.5, 0.75')}]`),
      total: indicator('total', of),
      count: indicator('count', of),
      ratio: indicator('ratio', of, `  per: ${stop()}`),
      alpha: indicator('alpha', `  of: score(${stop()})`),
    },
    figures: {
      indicator: figure(`  indicator: ${stop(first(codebook.indicators) ?? '')}`, `  share: ${stop()}`),
      of: figure(of, `  share: ${stop()}`),
      frames: figure(`  frames: [${stop()}]`, `  rate: {${stop()}}`),
    },
    tests: {
      test: [`${stop('new test')}:`, `  given: {${stop()}}`, `  expect: {${stop()}}`],
    },
  };
}

/** The stage of the question above. */
function stageAbove({ cursor }: CompletionPlace): string | undefined {
  const { declarations } = readDeclarations(cursor.placed.entry);
  return declarations.flatMap((one) => (one.kind === 'question' ? [one.stage?.text] : [])).at(-1);
}

function first(declared: ReadonlyMap<string, unknown>): string | undefined {
  const [id] = declared.keys();
  return id === undefined ? undefined : quoteText(id);
}
