import { quoteText, syntaxProblems } from '../../syntax';
import type { Place } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';
import { lostExpressionAt } from './lost-expression';

export const unquotedExpression: Check = {
  code: 'unquoted-expression',
  severity: 'error',
  title: 'Expression that needs quotes',
  doc: {
    why: 'YAML gives a quote, `!`, `-`, `>`, `%`, `@`, `*`, `&` and `|` a meaning of its own at the start of a value, so the expression is lost. Put the whole expression in quotes.',
    wrong: `codebook: example
languages: [en]
questions:
  answered_on: {label: Day of the answer, type: date}
  late:
    text: Why so late?
    type: text
    ask_if: '2020-12-31' < answered_on
`,
    right: `codebook: example
languages: [en]
questions:
  answered_on: {label: Day of the answer, type: date}
  late:
    text: Why so late?
    type: text
    ask_if: "'2020-12-31' < answered_on"
`,
  },
  where: ['damage'],
  run: findUnquoted,
};

/** One for each expression, however much of it YAML stumbles over. */
function* findUnquoted({ entries }: CheckSubject): Iterable<Finding> {
  const told: Place[] = [];
  for (const { entry, problem } of syntaxProblems(entries)) {
    const span = lostExpressionAt(entry, problem);
    if (span === undefined || told.some((place) => place.entry === entry && place.span.start === span.start)) continue;
    const place = { entry, span };
    told.push(place);
    const written = entry.text.slice(span.start, span.end);
    yield {
      place,
      expected: 'An expression must stand in quotes where it starts with a character that YAML uses itself.',
      found: `YAML reads \`${written.charAt(0)}\` as a sign of its own`,
      fixes: [{ title: 'Put the expression in quotes', safe: false, edits: [{ place, newText: inQuotes(written) }] }],
    };
  }
}

function inQuotes(written: string): string {
  const quoted = quoteText(written);
  return quoted === written ? `"${written}"` : quoted;
}
