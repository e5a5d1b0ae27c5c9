import { applyChanges, refactoringsAt, reportedProblems, type Snapshot } from '../../server/src/language';
import { folder } from '../harness/codebooks';
import { runFixtures } from './fixtures';

describe('refactorings: a fixture names one by its title, and shows the files after it, or what is offered instead', () => {
  runFixtures('refactorings', ({ snapshot, file, text, offset }, header) => {
    const to = header('to');
    const end = to === undefined ? offset : text.indexOf(to, offset) + to.length;
    const offered = refactoringsAt(snapshot, file, { start: offset, end }, header('language') === 'sv' ? 'sv' : 'en');
    const chosen = offered.find(({ title }) => title === header('refactor'));
    if (chosen === undefined) return offered.map(({ kind, title }) => `${kind}: ${title}\n`).join('') || 'nothing\n';
    const after = applyChanges(
      snapshot,
      chosen.edits.map((edit) => ({ kind: 'edit', ...edit })),
    );
    const changed = [...after.files].filter(([name, syntax]) => syntax !== snapshot.files.get(name));
    return changed
      .map(([name, syntax]) => `#- ${name.slice(folder.length)}\n${syntax.text}${problemsIn(after, snapshot, name)}`)
      .join('');
  });
});

/** What is wrong afterwards and was not before. */
function problemsIn(after: Snapshot, before: Snapshot, file: string): string {
  const old = new Set(reportedProblems(before, file).map(({ code }) => code));
  const found = reportedProblems(after, file).filter(({ code }) => !old.has(code));
  return found.map(({ code, found: what }) => `#! ${code}: ${what}\n`).join('');
}
