import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { QuestionDeclaration } from '../../model/declarations';
import { circleOf, isAskedBefore, lastQuestion } from '../../model/dependencies';
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
  looksAt: ['questions'],
  where: ['expression'],
  run: findLater,
};

function* findLater({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const question of own.questions) {
    const id = question.id.text;
    if (codebook.variables.get(id)?.declaration !== question) continue;
    for (const { text, where, expected } of expressionsIn(question)) {
      const { uses } = checkedExpression(codebook, text, where, expected).checked;
      for (const { name, meaning, span } of uses) {
        const last = meaning.kind === 'variable' ? lastQuestion(codebook, name) : undefined;
        if (last === undefined || isAskedBefore(codebook, last, id) || goesRound(codebook, [id, name])) continue;
        yield {
          ...laterFinding(codebook, question, name, last, text.toPlace(span)),
          fixesIn: (now) => movedAbove(now, question, name),
        };
      }
    }
  }
}

/** What goes round in a circle refers to something later by necessity, and is said to be a circle. */
function goesRound(codebook: Codebook, names: readonly string[]): boolean {
  return names.some((name) => circleOf(codebook, name).length > 0);
}

function laterFinding(
  codebook: Codebook,
  question: QuestionDeclaration,
  named: string,
  last: string,
  place: Finding['place'],
): Finding {
  const asked = `asked after \`${question.id.text}\``;
  const there = codebook.variables.get(last)?.declaration.id.place;
  return {
    place,
    expected: 'Routing must stand on questions above it.',
    found: last === named ? `\`${named}\` is ${asked}` : `\`${named}\` rests on \`${last}\`, which is ${asked}`,
    related: there === undefined ? [] : [{ place: there, text: `\`${last}\` is asked here` }],
  };
}
