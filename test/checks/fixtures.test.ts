import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, reportedProblems, type Snapshot } from '../../server/src/language';
import { checks as allChecks } from '../../server/src/language/checks';
import type { Check } from '../../server/src/language/checks/check';
import { dataChecks } from '../../server/src/language/checks/data';
import { derivedChecks } from '../../server/src/language/checks/derived';
import { designChecks } from '../../server/src/language/checks/design';
import { expressionChecks } from '../../server/src/language/checks/expressions';
import { figureChecks } from '../../server/src/language/checks/figures';
import { indicatorChecks } from '../../server/src/language/checks/indicators';
import { nameChecks } from '../../server/src/language/checks/names';
import { routingChecks } from '../../server/src/language/checks/routing';
import { scaleChecks } from '../../server/src/language/checks/scales';
import { structureChecks } from '../../server/src/language/checks/structure';
import { testChecks } from '../../server/src/language/checks/tests';
import { textChecks } from '../../server/src/language/checks/text';
import { uncertaintyChecks } from '../../server/src/language/checks/uncertainty';
import { folder, snapshotOf } from '../harness/codebooks';
import { parseFixture, withMarks } from '../harness/marks';
import { matchesSnapshot } from '../harness/snapshot';

/**
 * Each fixture is a codebook with what is found in it marked below its lines; `<name>.fixes.txt` shows what each fix changes.
 * `UPDATE=1` writes both anew.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const writing = [...textChecks, ...structureChecks, ...nameChecks, ...scaleChecks];
const meaning = [...expressionChecks, ...routingChecks, ...derivedChecks, ...indicatorChecks, ...testChecks];

/** What is written is looked at by itself; what it means is looked at with everything before it, as there must be no echo. */
const checksOf: Readonly<Record<string, readonly Check[]>> = {
  text: writing,
  structure: writing,
  names: writing,
  scales: writing,
  expressions: [...writing, ...meaning],
  routing: [...writing, ...meaning],
  derived: [...writing, ...meaning],
  indicators: [...writing, ...meaning],
  uncertainty: [...writing, ...meaning, ...uncertaintyChecks],
  tests: [...writing, ...meaning],
  figures: [...writing, ...figureChecks, ...dataChecks],
  data: [...writing, ...figureChecks, ...dataChecks],
  design: [...writing, ...dataChecks, ...designChecks],
  // Faults of real products: each must be told, whatever else is.
  'real-faults': allChecks,
};

for (const [group, checks] of Object.entries(checksOf)) {
  const codes = new Set(checks.map(({ code }) => code));
  describe(`Checks of ${group}`, () => {
    for (const name of readdirSync(join(here, group)).filter((file) => file.endsWith('.yaml'))) {
      it(name.replace('.yaml', '').replaceAll('-', ' '), () => {
        const path = join(here, group, name);
        const fixture = readFileSync(path, 'utf8');
        const snapshot = snapshotOf(fixture);
        matchesKept(path, marked(snapshot, codes) + dataIn(fixture));
        matchesKept(path.replace('.yaml', '.fixes.txt'), fixed(snapshot, codes));
      });
    }
  });
}

type Codes = ReadonlySet<string>;

function problemsIn(snapshot: Snapshot, file: string, codes: Codes) {
  return reportedProblems(snapshot, file).filter(({ code }) => codes.has(code));
}

function marked(snapshot: Snapshot, codes: Codes): string {
  const files = [...snapshot.files].map(([file, { text }]) => {
    const marks = problemsIn(snapshot, file, codes).map(({ span, code, found }) => ({ ...span, code, found }));
    return `#- ${file.slice(folder.length)}\n${withMarks(text, marks)}`;
  });
  return files.join('');
}

/** The data files of a fixture stand last and have no marks. */
function dataIn(fixture: string): string {
  const { files } = parseFixture(fixture);
  return files.flatMap(({ name, text }) => (/\.(csv|tsv)$/.test(name) ? [`#- ${name}\n${text}`] : [])).join('');
}

/** Every fix with the lines that it takes away and puts there. */
function fixed(snapshot: Snapshot, codes: Codes): string {
  const shown = [...snapshot.files.keys()].flatMap((file) =>
    problemsIn(snapshot, file, codes).flatMap(({ code, fixes }) =>
      fixes.map(({ title, safe, edits }) => {
        const changes = edits.map((edit) => {
          const before = snapshot.files.get(edit.file)?.text ?? '';
          return changedLines(before, applyEdits(before, edit.edits));
        });
        return `${code}: ${title}${safe ? ' (safe)' : ''}\n${changes.join('')}`;
      }),
    ),
  );
  return shown.join('\n');
}

/** Fixes keep the number of lines, or change one run of them. */
function changedLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length === now.length) {
    return old.flatMap((line, at) => (line === now[at] ? [] : [`  - ${line}\n  + ${now[at] ?? ''}\n`])).join('');
  }
  const start = old.findIndex((line, at) => line !== now[at]);
  const rest = old
    .slice(start)
    .findIndex((_, at) => old.slice(start + at).join('\n') === now.slice(now.length - (old.length - start - at)).join('\n'));
  const end = rest < 0 ? old.length : start + rest;
  const taken = old.slice(start, end).map((line) => `  - ${line}\n`);
  return [...taken, ...now.slice(start, now.length - (old.length - end)).map((line) => `  + ${line}\n`)].join('');
}

/** What has nothing to show, as a fixture without fixes, needs no file. */
function matchesKept(path: string, text: string): void {
  if (text !== '' || existsSync(path)) matchesSnapshot(path, text);
}
