import { applyChanges, fixesAt } from '../../server/src/language';
import { folder } from '../harness/codebooks';
import { runFixtures } from './fixtures';

describe('quick fixes: a fixture names one by its title, and shows the files after it', () => {
  runFixtures('quick-fixes', ({ snapshot, file, offset }, header) => {
    const language = header('language') === 'sv' ? 'sv' : 'en';
    const offered = fixesAt(snapshot, file, { start: offset, end: offset }, {}, language);
    const chosen = offered.find(({ fix }) => fix.title === header('fix'))?.fix;
    if (chosen === undefined) return offered.map(({ fix }) => `${fix.title}\n`).join('') || 'nothing\n';
    const after = applyChanges(
      snapshot,
      chosen.edits.map((edit) => ({ kind: 'edit', ...edit })),
    );
    const changed = [...after.files].filter(([name, syntax]) => syntax !== snapshot.files.get(name));
    return changed.map(([name, syntax]) => `#- ${name.slice(folder.length)}\n${syntax.text}`).join('');
  });
});
