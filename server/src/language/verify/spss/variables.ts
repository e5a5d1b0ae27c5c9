import { checkedExpression } from '../../model/checked';
import type { Variable } from '../../model/codebook';
import type { DerivedDeclaration, ExpressionText, QuestionDeclaration } from '../../model/declarations';
import { labelIn } from '../../model/labels';
import { writeCells } from './cells';
import { compile } from './expressions';
import { notAsked } from './kinds';
import { comment, kindName, quoted, spssName } from './names';
import type { Source } from './source';
import { writeTicks } from './ticks';

/** The statements of a question or derived variable, below a comment that says what it is. */
export function writeVariable(source: Source, variable: Variable): void {
  const { codebook, writer } = source;
  const { declaration, labels, name } = variable;
  writer.say('', comment(`${name}: ${labelIn(labels, codebook.languages[0] ?? '', name)}`));
  if (declaration.kind === 'question') writeQuestion(source, variable, declaration);
  else writeDerived(source, variable, declaration);
  labelValues(source, variable);
}

function writeQuestion(source: Source, variable: Variable, question: QuestionDeclaration): void {
  const { writer } = source;
  const { askIf } = question;
  if (askIf !== undefined) writer.say(comment(`asked if ${askIf.parsed.text}`));
  const outsideAll = outside(source, askIf);
  const outsideOf = (item: string): readonly string[] => [
    ...outsideAll,
    ...outside(source, question.items.find(({ id }) => id.text === item)?.askIf),
  ];
  if (question.type === 'multiple') {
    writeTicks(source, variable, question, new Map(variable.items.map(({ id }) => [id, outsideOf(id)])));
    return;
  }
  const parts = variable.items.length === 0 ? [undefined] : variable.items;
  for (const part of parts) {
    writeCells(source, variable, question, part?.id, part?.column ?? variable.column ?? variable.name);
    const [value, kind] = [spssName(variable.name, part?.id), kindName(variable.name, part?.id)];
    for (const test of part === undefined ? outsideAll : outsideOf(part.id)) writer.say(`IF (${test}) ${kind} = ${notAsked}.`);
    writer.say(blanked(variable, value, kind));
  }
}

/** Where a condition is no, or its question was not asked, nobody was asked. */
function outside(source: Source, condition: ExpressionText | undefined): readonly string[] {
  if (condition === undefined) return [];
  const { codebook, writer } = source;
  const { value, kind } = compile(checkedExpression(codebook, condition, 'ask_if', 'condition').checked.typed, { writer });
  return [...(kind === '0' ? [] : [`${kind} EQ ${notAsked}`]), `${value} EQ 0`];
}

function blanked(variable: Variable, value: string, kind: string): string {
  const isText = variable.type?.kind === 'text';
  return `IF (${kind} GT 0) ${value} = ${isText ? "''" : '$SYSMIS'}.`;
}

function writeDerived(source: Source, variable: Variable, derived: DerivedDeclaration): void {
  const { codebook, writer } = source;
  const [value, kind] = [spssName(variable.name), kindName(variable.name)];
  const compiled = (text: ExpressionText, expected: 'value' | 'condition') =>
    compile(checkedExpression(codebook, text, 'derived', expected).checked.typed, { writer, rule: derived.unknown });
  if (derived.value !== undefined) {
    writer.say(comment(`value: ${derived.value.parsed.text}`));
    const of = compiled(derived.value, 'value');
    writer.say(`COMPUTE ${value} = ${of.value}.`, `COMPUTE ${kind} = ${of.kind}.`);
  } else if (derived.of === undefined) {
    writeCascade(source, variable, derived, compiled);
  } else {
    writeMerged(source, variable, derived, derived.of.text);
  }
  writer.say(`IF (${kind} GT 0) ${value} = $SYSMIS.`);
}

/** The first condition that is yes gives the category, provided none above it is missing. */
function writeCascade(
  { writer }: Source,
  variable: Variable,
  derived: DerivedDeclaration,
  compiled: (text: ExpressionText, expected: 'condition') => { readonly value: string; readonly kind: string },
): void {
  const [value, kind] = [spssName(variable.name), kindName(variable.name)];
  const branches = derived.categories.flatMap(({ id, when }) => {
    if (when === undefined) return [];
    writer.say(comment(`${id.text}: ${when.parsed.text}`));
    return [{ id: id.text, ...compiled(when, 'condition') }];
  });
  const otherwise = derived.otherwise?.text;
  const tests = branches.flatMap((branch) => [
    ...(branch.kind === '0' ? [] : [{ test: `${branch.kind} GT 0`, action: `COMPUTE ${kind} = ${branch.kind}.` }]),
    { test: `${branch.value} EQ 1`, action: `COMPUTE ${value} = ${numberOf(variable, branch.id)}.` },
  ]);
  writer.say(
    `COMPUTE ${value} = $SYSMIS.`,
    `COMPUTE ${kind} = 0.`,
    ...tests.flatMap(({ test, action }, at) => [`${at === 0 ? 'DO IF' : 'ELSE IF'} (${test}).`, action]),
    'ELSE.',
    otherwise === undefined ? `COMPUTE ${kind} = ${notAsked}.` : `COMPUTE ${value} = ${numberOf(variable, otherwise)}.`,
    'END IF.',
    ...branches.flatMap((branch) => (branch.kind === '0' ? [] : [`IF (${branch.kind} EQ ${notAsked}) ${kind} = ${notAsked}.`])),
  );
}

/** Categories that name what they merge; what none of them names is outside the universe, and missing kinds stay. */
function writeMerged({ codebook, writer }: Source, variable: Variable, derived: DerivedDeclaration, of: string): void {
  const [value, kind] = [spssName(variable.name), kindName(variable.name)];
  const from = codebook.variables.get(of);
  const taken = new Set<string>();
  const specs = derived.categories.flatMap(({ id, of: names }) => {
    const members = (names ?? []).flatMap(
      ({ text }) => from?.scale?.groups.find((group) => group.id === text)?.members ?? [text],
    );
    const own = [...new Set(members)].filter((member) => from !== undefined && !taken.has(member));
    for (const member of own) taken.add(member);
    const numbers = own.map((member) => (from === undefined ? 0 : numberOf(from, member)));
    return numbers.length === 0 ? [] : [`(${numbers.join(', ')}=${numberOf(variable, id.text)})`];
  });
  writer.say(
    comment(`merges categories of ${of}`),
    `RECODE ${spssName(of)} ${specs.join('')} (ELSE=SYSMIS) INTO ${value}.`,
    `COMPUTE ${kind} = ${kindName(of)}.`,
    `IF (${kind} EQ 0 AND SYSMIS(${value})) ${kind} = ${notAsked}.`,
  );
}

/** The number that stands for a category: from 1 in the order of the scale; 1 and 0 for yes and no. */
export function numberOf(variable: Variable, id: string): number {
  if (variable.type?.kind === 'yes_no' || variable.type?.kind === 'vector') return id === 'yes' ? 1 : 0;
  return 1 + (variable.scale?.categories ?? []).findIndex((category) => category.id === id);
}

function labelValues({ codebook, writer }: Source, variable: Variable): void {
  const { type } = variable;
  const kind = type?.kind === 'vector' ? type.of.kind : type?.kind;
  if (kind !== 'category') return;
  const names =
    variable.items.length === 0 ? [spssName(variable.name)] : variable.items.map(({ id }) => spssName(variable.name, id));
  const labels = (variable.scale?.categories ?? []).map(
    ({ id, labels: own }, at) => `${at + 1} ${quoted(`${id}: ${labelIn(own, codebook.languages[0] ?? '', id)}`.slice(0, 60))}`,
  );
  writer.say(`VALUE LABELS ${names.join(' ')} ${labels.join(' ')}.`);
}
