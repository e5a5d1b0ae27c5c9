import { expressionContext, type Proposal, parseExpression } from '../../server/src/language/expression';
import { describeBlocks } from './fixtures';
import { derived, indicator, routing } from './questions';

const places = { derived, routing, indicator };

/** What may stand at `$0`, by kind, and the text that a choice replaces. */
describeBlocks('completions', (marked, place) => {
  const cursor = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const { replace, proposals } = expressionContext(parseExpression(text), places[place as keyof typeof places], cursor);
  const kinds = [...new Set(proposals.map((one) => one.kind))];
  const lines = kinds.map((kind) => `  ${kind}: ${textsOf(proposals, kind)}`);
  const typed = text.slice(replace.start, replace.end);
  return [...(typed === '' ? [] : [`  in place of: ${typed}`]), ...(lines.length > 0 ? lines : ['  nothing'])].join('\n');
});

function textsOf(proposals: readonly Proposal[], kind: Proposal['kind']): string {
  return proposals.flatMap((one) => (one.kind === kind ? [one.text] : [])).join(', ');
}
