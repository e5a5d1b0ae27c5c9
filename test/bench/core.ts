import { createDataCache } from '../../server/src/data';
import { loadCodebooks, readDataOf } from '../../server/src/files';
import {
  applyChanges,
  codebookOf,
  emptySnapshot,
  problemsOf,
  readFile,
  readWhole,
  type Snapshot,
  type SubjectName,
  sharesOf,
} from '../../server/src/language';
import { localFiles, nameOf } from '../../server/src/machine';
import { type Comparison, measure, printTable } from './measure';

/**
 * How the cost of the main steps compares with that of the plain way of doing them, measured side by side in one run.
 * Times depend on the machine; the ratios say whether the work follows the edit or the file.
 */
export async function benchCore(): Promise<void> {
  const file = nameOf('samples/innovation-2020/innovation_workplaces.codebook.yaml');
  const sample = await withData(await loadCodebooks(emptySnapshot([nameOf('.')]), [file], localFiles), file);
  const text = sample.files.get(file)?.text ?? '';
  const largeText = manyQuestions(2000);
  const large = applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/large', text: largeText }]);
  const comparisons = [
    readingEntries('the sample', text),
    rereadingAfterEdit('the sample', text),
    rereadingAfterEdit('2,000 questions', largeText),
    checkingAfterEdit('the sample', sample, file),
    checkingAfterEdit('2,000 questions', large, '/large'),
    computingShares('the sample', sample, file),
  ];
  printTable(comparisons.map((comparison) => measure(comparison)));
}

function readingEntries(name: string, text: string): Comparison {
  return {
    title: `reading ${name}`,
    ours: { name: 'entry by entry', run: (round) => readFile(changed(text, round)) },
    against: { name: 'as one YAML document', run: (round) => readWhole(changed(text, round)) },
  };
}

function rereadingAfterEdit(name: string, text: string): Comparison {
  const before = readFile(text);
  return {
    title: `reading ${name} again after a keystroke in a label`,
    ours: { name: 'what the edit touched', run: (round) => readFile(changed(text, round), before) },
    against: { name: 'all of it', run: (round) => readFile(changed(text, round)) },
  };
}

function checkingAfterEdit(name: string, opened: Snapshot, file: string): Comparison {
  const text = opened.files.get(file)?.text ?? '';
  problemsOf(opened, file);
  const edited = (from: Snapshot, round: number) => applyChanges(from, [{ kind: 'set', file, text: changed(text, round) }]);
  return {
    title: `problems of ${name} after a keystroke in a label`,
    ours: { name: 'from the last state', run: (round) => problemsOf(edited(opened, round), file) },
    against: { name: 'from nothing', run: (round) => problemsOf(edited(fromNothing(opened), round), file) },
  };
}

/** Every number that the preview shows, beside one of them: what is computed only when asked for. */
function computingShares(name: string, opened: Snapshot, file: string): Comparison {
  const text = opened.files.get(file)?.text ?? '';
  const state = opened.data.get(file);
  const tables = (round: number, take: (subjects: readonly SubjectName[]) => readonly SubjectName[]) => {
    const codebook = codebookOf(applyChanges(opened, [{ kind: 'set', file, text: changed(text, round) }]), file);
    if (codebook === undefined || state?.kind !== 'ready') throw new Error(`${file} must have data.`);
    const subjects = [...codebook.indicators.keys()].map((id): SubjectName => ({ kind: 'indicator', id }));
    const shares = sharesOf(codebook, state.table);
    return take(subjects).map((subject) => shares.tables(subject));
  };
  return {
    title: `shares of ${name} after a keystroke, ${state?.kind === 'ready' ? state.table.rows : 0} respondents`,
    ours: { name: 'one indicator', run: (round) => tables(round, (subjects) => subjects.slice(0, 1)) },
    against: { name: 'every indicator', run: (round) => tables(round, (subjects) => subjects) },
  };
}

/** The same files, read again: nothing known about their entries is kept. */
function fromNothing(opened: Snapshot): Snapshot {
  const texts = [...opened.files].map(([file, { text }]) => ({ kind: 'set', file, text }) as const);
  const data = [...opened.data].map(([file, state]) => ({ kind: 'data', file, state }) as const);
  return applyChanges(emptySnapshot(opened.roots), [...texts, ...data]);
}

/** The text with one letter more in the label of its last question, another for each round. */
function changed(text: string, round: number): string {
  const label = text.lastIndexOf(' en: ') + ' en: '.length;
  return `${text.slice(0, label)}${String.fromCharCode(97 + (round % 26))}${text.slice(label)}`;
}

function manyQuestions(count: number): string {
  const questions = Array.from(
    { length: count },
    (_, at) =>
      `  question_${at}:\n    text: {sv: Fråga ${at}, en: Question ${at}}\n    scale: yes_no\n    ask_if: first = yes\n`,
  );
  return [
    'codebook: large',
    'languages: [sv, en]',
    'scales:',
    '  yes_no:',
    '    categories: {"yes": {code: 1, label: {sv: Ja, en: "Yes"}}, "no": {code: 2, label: {sv: Nej, en: "No"}}}',
    'questions:',
    '  first: {text: {sv: Den första, en: The first}, scale: yes_no}',
    ...questions,
  ].join('\n');
}

async function withData(opened: Snapshot, file: string): Promise<Snapshot> {
  const { signal } = new AbortController();
  const state = await readDataOf(opened, file, createDataCache(localFiles), signal);
  return applyChanges(opened, [{ kind: 'data', file, state }]);
}
