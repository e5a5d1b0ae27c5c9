import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, reportedProblems, type Snapshot } from '../../server/src/language';
import { nameChecks } from '../../server/src/language/checks/names';
import { scaleChecks } from '../../server/src/language/checks/scales';
import { structureChecks } from '../../server/src/language/checks/structure';
import { textChecks } from '../../server/src/language/checks/text';
import { folder, snapshotOf } from '../harness/codebooks';
import { withMarks } from '../harness/marks';

/**
 * Each fixture is a codebook with what is found in it marked below its lines; `<name>.fixes.txt` shows what each fix changes.
 * `UPDATE=1` writes both anew.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const codes = new Set([...textChecks, ...structureChecks, ...nameChecks, ...scaleChecks].map(({ code }) => code));

for (const group of ['text', 'structure', 'names', 'scales']) {
  describe(`Checks of ${group}`, () => {
    for (const name of readdirSync(join(here, group)).filter((file) => file.endsWith('.yaml'))) {
      it(name.replace('.yaml', '').replaceAll('-', ' '), () => {
        const path = join(here, group, name);
        const snapshot = snapshotOf(readFileSync(path, 'utf8'));
        matchesKept(path, marked(snapshot));
        matchesKept(path.replace('.yaml', '.fixes.txt'), fixed(snapshot));
      });
    }
  });
}

function problemsIn(snapshot: Snapshot, file: string) {
  return reportedProblems(snapshot, file).filter(({ code }) => codes.has(code));
}

function marked(snapshot: Snapshot): string {
  const files = [...snapshot.files].map(([file, { text }]) => {
    const marks = problemsIn(snapshot, file).map(({ span, code, found }) => ({ ...span, code, found }));
    return `#- ${file.slice(folder.length)}\n${withMarks(text, marks)}`;
  });
  return files.join('');
}

/** Every fix with the lines that it takes away and puts there. */
function fixed(snapshot: Snapshot): string {
  const shown = [...snapshot.files.keys()].flatMap((file) =>
    problemsIn(snapshot, file).flatMap(({ code, fixes }) =>
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

function matchesKept(path: string, text: string): void {
  const isKept = existsSync(path);
  if (process.env.UPDATE === '1' && process.env.CI === undefined && (isKept || text !== '')) writeFileSync(path, text);
  assert.equal(text, existsSync(path) ? readFileSync(path, 'utf8') : '');
}
