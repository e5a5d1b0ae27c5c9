import { applyEdits, completionsAt } from '../../server/src/language';
import { runFixtures } from './fixtures';

/** The file after accepting the item that `# accept:` names, with the caret as `$0`; without it, the list as it is offered. */
describe('completion', () => {
  runFixtures('completion', ({ snapshot, file, text, offset }, header) => {
    const offered = completionsAt(snapshot, file, offset, header('language') === 'sv' ? 'sv' : 'en');
    const wanted = header('accept');
    if (wanted === undefined)
      return offered.map(({ label, detail }) => `${label}${detail === '' ? '' : `  ${detail}`}\n`).join('');
    const accepted = offered.find(({ label }) => label === wanted);
    if (accepted === undefined) return `not offered; there are ${offered.map(({ label }) => label).join(', ')}\n`;
    const { edit, caret = edit.newText.length } = accepted;
    const newText = `${edit.newText.slice(0, caret)}$0${edit.newText.slice(caret)}`;
    return applyEdits(text, [{ ...edit, newText }]);
  });
});
