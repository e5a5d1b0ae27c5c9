import { completionsAt } from '../../server/src/language';
import { acceptedIn } from './accepted';
import { runFixtures } from './fixtures';

/** The file after accepting the item that `# accept:` names, with the caret as `$0`; without it, the list as it is offered. */
describe('completion', () => {
  runFixtures('completion', ({ snapshot, file, text, offset }, header) => {
    const { items: offered } = completionsAt(snapshot, file, offset, header('language') === 'sv' ? 'sv' : 'en');
    const wanted = header('accept');
    if (wanted === undefined)
      return offered.map(({ label, detail }) => `${label}${detail === '' ? '' : `  ${detail}`}\n`).join('');
    const accepted = offered.find(({ label }) => label === wanted);
    if (accepted === undefined) return `not offered; there are ${offered.map(({ label }) => label).join(', ')}\n`;
    return acceptedIn(text, accepted);
  });
});
