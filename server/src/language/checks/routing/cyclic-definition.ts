import { checkedExpression } from '../../model/checked';
import type { Codebook } from '../../model/codebook';
import type { DerivedDeclaration, QuestionDeclaration } from '../../model/declarations';
import { circleOf, isAskedBefore, isOwnVariable, variablesNamedBy } from '../../model/dependencies';
import { expressionsIn } from '../../model/expression-sites';
import type { Place } from '../../syntax/entry';
import type { Check, CheckSubject, Finding } from '../check';

export const cyclicDefinition: Check = {
  code: 'cyclic-definition',
  severity: 'error',
  title: 'Definitions in a circle',
  doc: {
    why: 'A variable that rests on itself, directly or through others, has no value. Remove one of the steps.',
    wrong: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number}
derived:
  small: {label: Small, value: employees < 10 and not large}
  large: {label: Large, value: employees >= 50 and not small}
`,
    right: `codebook: example
languages: [en]
questions:
  employees: {label: Employees, type: number}
derived:
  small: {label: Small, value: employees < 10}
  large: {label: Large, value: employees >= 50 and not small}
`,
  },
  looksAt: ['questions', 'derived'],
  run: findCircles,
};

type Declared = QuestionDeclaration | DerivedDeclaration;

/** A circle is told at the one of its variables that the file declares first. */
function* findCircles({ codebook, own }: CheckSubject): Iterable<Finding> {
  for (const declaration of [...own.questions, ...own.derived]) {
    const start = declaration.id.text;
    if (!namesLater(codebook, start) || codebook.variables.get(start)?.declaration !== declaration) continue;
    const members = circleOf(codebook, start);
    if (members.length === 0 || !isFirst(codebook, start, members)) continue;
    const [, ...others] = roundFrom(codebook, start, new Set(members));
    const steps = [...others, start].map((name) => `\`${name}\``);
    yield {
      place: placeOfName(codebook, declaration, others[0] ?? start),
      expected: 'A variable must not rest on itself.',
      found: `\`${start}\` names ${steps.join(', which names ')}`,
      related: others.flatMap((name) => {
        const place = codebook.variables.get(name)?.declaration.id.place;
        return place === undefined ? [] : [{ place, text: `\`${name}\` is in the circle` }];
      }),
    };
  }
}

/** Whoever stands first in a circle names one that stands further down, or itself, or one in another file. */
function namesLater(codebook: Codebook, name: string): boolean {
  return variablesNamedBy(codebook, name).some(
    (other) => !isAskedBefore(codebook, other, name) || !isOwnVariable(codebook, other),
  );
}

/** Of those that stand in this file. */
function isFirst(codebook: Codebook, name: string, members: readonly string[]): boolean {
  const own = members.filter((member) => isOwnVariable(codebook, member));
  return own.every((other) => other === name || isAskedBefore(codebook, name, other));
}

/** The shortest way from a variable back to itself, in the order of naming. */
function roundFrom(codebook: Codebook, start: string, members: ReadonlySet<string>): readonly string[] {
  const ways = [[start]];
  const visited = new Set<string>();
  for (const way of ways) {
    const next = variablesNamedBy(codebook, way.at(-1) ?? start).filter((name) => members.has(name));
    if (next.includes(start)) return way;
    for (const name of next) {
      if (visited.has(name)) continue;
      visited.add(name);
      ways.push([...way, name]);
    }
  }
  return [start];
}

/** Where a variable names another. */
function placeOfName(codebook: Codebook, declaration: Declared, to: string): Place {
  if (declaration.kind === 'derived' && declaration.of?.text === to) return declaration.of.place;
  for (const { text, where } of expressionsIn(declaration)) {
    const use = checkedExpression(codebook, text, where).checked.uses.find(({ name }) => name === to);
    if (use !== undefined) return text.toPlace(use.span);
  }
  return declaration.id.place;
}
