import { type ExpressionCompletion, expressionContext, parseExpression, single } from '../../server/src/language/expression';
import type { Scope } from '../../server/src/language/expression/types';
import { describeBlocks } from './fixtures';
import { derived, indicator, routing } from './questions';

const places = { derived, routing, indicator };

/** What may stand at `$0`, by kind, and the text that a choice replaces. */
describeBlocks('completions', (marked, place) => {
  const cursor = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const scope = places[place as keyof typeof places];
  const completion = expressionContext(parseExpression(text), scope, cursor);
  const { replace } = completion;
  const offered = offeredIn(scope, completion);
  const kinds = [...new Set(offered.map((one) => one.kind))];
  const lines = kinds.map((kind) => `  ${kind}: ${offered.flatMap((one) => (one.kind === kind ? [one.text] : [])).join(', ')}`);
  const typed = text.slice(replace.start, replace.end);
  return [...(typed === '' ? [] : [`  in place of: ${typed}`]), ...(lines.length > 0 ? lines : ['  nothing'])].join('\n');
});

/** What is offered in its order, the variables that fit among it. */
function offeredIn(scope: Scope, { first, variables: fits, last }: ExpressionCompletion) {
  const variables = scope
    .nameLists()
    .flat()
    .flatMap((text) => {
      const variable = scope.variable(text);
      return variable !== undefined && fits?.(single(variable.type)) === true ? [{ kind: 'variable', text }] : [];
    });
  return [...first, ...variables, ...last];
}
