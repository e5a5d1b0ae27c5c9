import { type OutlineNode, outlineOf } from '../../server/src/language';
import { runFixtures } from './fixtures';

describe('outline', () => {
  runFixtures('outline', ({ snapshot, file, text }) => printed(outlineOf(snapshot, file), text, 0));
});

/** Name, kind and label, and the lines it reaches over. */
function printed(nodes: readonly OutlineNode[], text: string, depth: number): string {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return nodes
    .map(({ name, kind, detail, span, children }) => {
      const own = `${'  '.repeat(depth)}${name} (${kind}) ${detail} ${line(span.start)}–${line(span.end)}\n`;
      return own.replace(/ {2,}(?=\d)/, ' ') + printed(children, text, depth + 1);
    })
    .join('');
}
