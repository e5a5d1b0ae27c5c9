import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import { circlesOf, derivedBelow, variablesNamedBy } from '../../model/dependencies';
import { expressionsIn } from '../../model/expression-sites';
import type { Check, CheckSubject, Finding } from '../check';
import { movedAbove } from './moved-above';

export const routingRefersLater: Check = {
  code: 'routing-refers-later',
  severity: 'error',
  title: 'Routing on a later question',
  doc: {
    why: 'Whether a question is asked can’t depend on an answer that comes after it. The order in the file is the order of asking: move the question, or name an earlier one.',
    wrong: `codebook: example
languages: [en]
questions:
  why: {text: Why not?, type: text, ask_if: visits = 0}
  visits: {text: How many visits?, type: number, range: 0..}
`,
    right: `codebook: example
languages: [en]
questions:
  visits: {text: How many visits?, type: number, range: 0..}
  why: {text: Why not?, type: text, ask_if: visits = 0}
`,
  },
  run: findLater,
};

/** What goes round in a circle refers to something later by necessity, and is said to be a circle. */
function* findLater({ codebook, syntax, own }: CheckSubject): Iterable<Finding> {
  const inCircle = new Set(circlesOf(codebook).flat());
  for (const question of own.questions) {
    const own = codebook.variables.get(question.id.text);
    if (own?.declaration !== question || inCircle.has(own.name)) continue;
    for (const { text, where, expected } of expressionsIn(question)) {
      const { uses } = checkedExpression(codebook, text, where, expected).checked;
      for (const { name, meaning, span } of uses) {
        const named = meaning.kind === 'variable' ? codebook.variables.get(name) : undefined;
        if (named === undefined || inCircle.has(name) || named.position < own.position) continue;
        yield {
          ...laterFinding(codebook, question, named, text.toPlace(span)),
          fixes: movedAbove(codebook, syntax, question, named),
        };
      }
    }
  }
}

function laterFinding(codebook: Codebook, question: QuestionDeclaration, named: Variable, place: Finding['place']): Finding {
  const last = lastQuestion(codebook, named);
  const asked = `asked after \`${question.id.text}\``;
  return {
    place,
    expected: 'Routing must stand on questions above it.',
    found:
      last.name === named.name
        ? `\`${named.name}\` is ${asked}`
        : `\`${named.name}\` rests on \`${last.name}\`, which is ${asked}`,
    related: [{ place: last.declaration.id.place, text: `\`${last.name}\` is asked here` }],
  };
}

/** The last question that a variable rests on; of a question, itself. */
function lastQuestion(codebook: Codebook, named: Variable): Variable {
  const below = derivedBelow(codebook, named.name).flatMap((name) => variablesNamedBy(codebook, name));
  return below.reduce((last, name) => {
    const variable = codebook.variables.get(name);
    if (variable?.declaration.kind !== 'question') return last;
    return last.declaration.kind === 'derived' || variable.position > last.position ? variable : last;
  }, named);
}
