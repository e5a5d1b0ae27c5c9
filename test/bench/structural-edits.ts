import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { applyChanges, emptySnapshot, readFile, reportedProblems } from '../../server/src/language';
import { editFile } from '../../server/src/language/syntax';
import type { TextEdit } from '../../server/src/language/text/span';
import { printColumns, quantile } from './editor/table';
import { generateCodebook } from './generate';

const file = '/large.codebook.yaml';

/** One edit that changes what belongs to what, made and undone. */
interface StructuralEdit {
  readonly name: string;
  readonly edit: TextEdit;
}

/**
 * From an edit that changes what belongs to what, to the file as entries and to its problems: what is typed in the first
 * column, in front of entries and where sections start.
 */
export function benchStructuralEdits(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string', default: '100,1000,10000' },
      rounds: { type: 'string', default: '3' },
      problems: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  console.log('Milliseconds, medians: reading the edit, reading its undoing, and how many entries the file has in between.');
  if (values.problems) console.log('Then the same with the problems of the file.');
  const lines = values.questions.split(',').flatMap((size) => {
    const text = generateCodebook({ questions: Number(size) });
    const some = structuralEdits(text).filter(({ name }) => name.includes(values.only));
    return linesOf(size, text, some, Number(values.rounds), values.problems);
  });
  printColumns([['questions', 'edit', 'done', 'undone', 'entries', ...(values.problems ? ['done', 'undone'] : [])], ...lines]);
}

function structuralEdits(text: string): readonly StructuralEdit[] {
  const head = text.indexOf('\nquestions:\n') + 1;
  const first = head + 'questions:\n'.length;
  const middle = text.indexOf('\n  q', text.indexOf('\n', text.length / 2)) + 1;
  const inside = text.indexOf('\n', middle) + 1;
  const insert = (name: string, at: number, newText: string): StructuralEdit => ({
    name,
    edit: { span: { start: at, end: at }, newText },
  });
  return [
    insert('indent the first entry', first, ' '),
    { name: 'delete the section head', edit: { span: { start: head, end: first }, newText: '' } },
    insert('comment the section head', head, '# '),
    insert('misspell the section head', head + 4, 'x'),
    insert('half a word before the head', head, 'x'),
    insert('a value behind the head', first - 1, ' x'),
    { name: 'no colon behind the head', edit: { span: { start: first - 2, end: first - 1 }, newText: '' } },
    insert('--- between entries', middle, '---\n'),
    insert('--- inside an entry', inside, '---\n'),
    insert('... between entries', middle, '...\n'),
    insert('? between entries', middle, '?\n'),
    insert('? inside an entry', inside, '    ?\n'),
    insert('%a between entries', middle, '%a\n'),
    insert('q between entries', middle, 'q\n'),
    insert('q: between entries', middle, 'q:\n'),
    insert('q: and its lines between entries', middle, 'q:\n  type: number\n  label: a\n'),
    insert('q: and deeper lines between entries', middle, 'q:\n    type: number\n    label: a\n'),
    insert('q inside an entry', inside, 'q\n'),
    insert('a known key between entries', middle, 'derived:\n'),
    insert('" between entries', middle, '"\n'),
    insert('[ between entries', middle, '[\n'),
    insert('| between entries', middle, '|\n'),
    insert('- between entries', middle, '- a\n'),
    insert('--- at the top', 0, '---\n'),
    insert('? at the top', 0, '? '),
    insert('- at the top', 0, '- '),
    insert('a space at the top', 0, ' '),
  ];
}

function linesOf(size: string, text: string, edits: readonly StructuralEdit[], rounds: number, problems: boolean) {
  const syntax = readFile(text);
  const opened = applyChanges(emptySnapshot([]), [{ kind: 'set', file, text }]);
  if (problems) reportedProblems(opened, file);
  return edits.map(({ name, edit }) => {
    const { start, end } = edit.span;
    const undo = { span: { start, end: start + edit.newText.length }, newText: text.slice(start, end) };
    const times: number[][] = [[], [], [], []];
    const time = <T>(which: number, work: () => T): T => {
      const begin = performance.now();
      const result = work();
      times[which]?.push(performance.now() - begin);
      return result;
    };
    let entries = 0;
    let now = opened;
    for (let round = 0; round < rounds; round += 1) {
      const edited = time(0, () => editFile(syntax, [edit]));
      entries = edited.entries.length;
      time(1, () => editFile(edited, [undo]));
      if (!problems) continue;
      for (const [at, one] of [edit, undo].entries()) {
        now = time(2 + at, () => applyChanges(now, [{ kind: 'edit', file, edits: [one] }]));
        times[2 + at]?.pop();
        time(2 + at, () => reportedProblems(now, file));
      }
    }
    const [done = '', undone = '', ...more] = times.flatMap((some) => quantile(some)?.toPrecision(3) ?? []);
    return [size, name, done, undone, String(entries), ...more];
  });
}
