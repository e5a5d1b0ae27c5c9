import { hoverAt } from '../../server/src/language';
import { runFixtures } from './fixtures';

/** What the hover at `$0` says, as Markdown, below the text it is about. */
describe('hover', () => {
  runFixtures('hover', ({ snapshot, file, text, offset }, header) => {
    const hover = hoverAt(snapshot, file, offset, header('language') === 'sv' ? 'sv' : 'en');
    return hover === undefined ? 'nothing\n' : `${text.slice(hover.span.start, hover.span.end)}\n\n${hover.markdown}\n`;
  });
});
