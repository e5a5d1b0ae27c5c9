import { checkExpression, type Expected, parseExpression } from '../../server/src/language/expression';
import { withMarks } from '../harness/marks';
import { describeBlocks } from './fixtures';
import { derived, indicator, routing } from './questions';

const places = { derived, routing, indicator };

/** What is wrong, marked in the text, and how it is said. Settings: the place of the expression, and what it must come to. */
describeBlocks('problems', (text, settings) => {
  const [place, expected] = settings.split(' ') as [keyof typeof places, Expected];
  const { tree, problems } = parseExpression(text);
  const found = [...problems, ...checkExpression(tree, places[place], expected).problems];
  const marks = found.map((one) => ({ ...one.span, code: one.code, found: one.found }));
  const marked = withMarks(`${text}\n`, marks)
    .trimEnd()
    .slice(text.length + 1);
  const rules = found.map(({ expected: rule, similar }) => `  ${rule}${similar.length > 0 ? ` → ${similar.join(' | ')}` : ''}`);
  return [marked || 'no problem', ...rules].join('\n');
});
