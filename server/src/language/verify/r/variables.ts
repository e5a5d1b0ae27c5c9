import { single } from '../../expression';
import { checkedExpression } from '../../model/checked';
import type { Codebook, Variable } from '../../model/codebook';
import type { DerivedDeclaration, ExpressionText, QuestionDeclaration } from '../../model/declarations';
import { labelIn } from '../../model/labels';
import { rExpression } from './expressions';
import { call, comment, list, namedVector, quoted, rName, vector } from './quote';

/** A question or derived variable in R, below a comment that says what it is. */
export function rVariable(codebook: Codebook, variable: Variable): string {
  const { declaration, labels, name } = variable;
  const label = labelIn(labels, codebook.languages[0] ?? '', name);
  const definition =
    declaration.kind === 'question' ? question(codebook, variable, declaration) : derived(codebook, variable, declaration);
  return [comment(`${name}: ${label}`), ...definition].join('\n');
}

function question(codebook: Codebook, variable: Variable, declaration: QuestionDeclaration): readonly string[] {
  const { askIf } = declaration;
  const said = askIf === undefined ? [] : [comment(`asked if ${askIf.parsed.text}`)];
  if (declaration.type === 'multiple') return [...said, ...multiple(codebook, variable, declaration)];
  if (variable.items.length === 0) {
    return [...said, cells(codebook, variable, declaration, variable.name, variable.column ?? variable.name, [askIf])];
  }
  return [
    ...said,
    ...variable.items.map(({ id, column }) => {
      const own = declaration.items.find((item) => item.id.text === id)?.askIf;
      return cells(codebook, variable, declaration, rName(variable.name, id), column, [askIf, own]);
    }),
  ];
}

/** What the cells of one column mean. */
function cells(
  codebook: Codebook,
  variable: Variable,
  declaration: QuestionDeclaration,
  name: string,
  column: string,
  conditions: readonly (ExpressionText | undefined)[],
): string {
  const type = variable.type === undefined ? undefined : single(variable.type).kind;
  const read = { yes_no: 'categories', category: 'categories', number: 'numbers', text: 'texts', date: 'dates' } as const;
  if (type === undefined) return `stop(${quoted(`${name} has no type`)})`;
  const { range } = declaration;
  const parts = [
    quoted(name.replaceAll('`', '')),
    `RAW[[${quoted(column)}]]`,
    ...(read[type] === 'categories' ? [codes(variable, type === 'yes_no')] : []),
    ...(type === 'number' && range?.low !== undefined ? [`low = ${range.low}`] : []),
    ...(type === 'number' && range?.high !== undefined ? [`high = ${range.high}`] : []),
    ...missing(variable),
    ...(declaration.empty === undefined ? [] : [`empty = ${quoted(declaration.empty)}`]),
    ...asked(codebook, conditions, (condition) => `asked = ${condition}`),
  ];
  return call(`${name} <- ${read[type]}`, parts);
}

/** The first of two equal codes counts. */
function codes(variable: Variable, isYesNo: boolean): string {
  const coded = variable.scale?.categories.flatMap(({ id, code }) => (code === undefined ? [] : [[code, id] as const])) ?? [];
  return namedVector(coded.map(([code, id]) => [code, isYesNo ? id : quoted(id)]));
}

function missing(variable: Variable): readonly string[] {
  const coded = variable.scale?.missing.flatMap(({ code, kind }) => (code === undefined ? [] : [[code, kind] as const])) ?? [];
  return coded.length === 0 ? [] : [`missing = ${namedVector(coded.map(([code, kind]) => [code, quoted(kind)]))}`];
}

function asked(
  codebook: Codebook,
  conditions: readonly (ExpressionText | undefined)[],
  say: (condition: string) => string,
): readonly string[] {
  const written = conditions.flatMap((condition) =>
    condition === undefined ? [] : [rExpression(checkedExpression(codebook, condition, 'ask_if', 'condition').checked.typed)],
  );
  return written.length === 0 ? [] : [say(`asked_if(${written.join(', ')})`)];
}

function multiple(codebook: Codebook, variable: Variable, declaration: QuestionDeclaration): readonly string[] {
  const columns = variable.items.map(({ id, column }) => [id, `RAW[[${quoted(column)}]]`] as const);
  const universes = variable.items.flatMap(({ id }) => {
    const own = declaration.items.find((item) => item.id.text === id)?.askIf;
    return asked(codebook, [declaration.askIf, own], (condition) => condition).map((condition) => [id, condition] as const);
  });
  const parts = [
    quoted(variable.name),
    list(columns),
    `ticked = ${quoted(declaration.ticked?.text ?? '1')}`,
    `none_ticked = ${quoted(declaration.unticked ?? 'not_answered')}`,
    ...missing(variable),
    ...(declaration.empty === undefined ? [] : [`empty = ${quoted(declaration.empty)}`]),
    ...(universes.length === 0 ? [] : [`asked = ${list(universes)}`]),
  ];
  const taken = variable.items.map(({ id }) => `${rName(variable.name, id)} <- TICKS[[${quoted(id)}]]`);
  return [call('TICKS <- ticks', parts), ...taken];
}

function derived(codebook: Codebook, variable: Variable, declaration: DerivedDeclaration): readonly string[] {
  const { value, unknown, of } = declaration;
  const expression = (text: ExpressionText, expected: 'value' | 'condition'): string =>
    rExpression(checkedExpression(codebook, text, 'derived', expected).checked.typed, undefined, unknown);
  const say = (definition: string): string => call(`${rName(variable.name)} <- derived`, [quoted(variable.name), definition]);
  if (value !== undefined) return [comment(`value: ${value.parsed.text}`), say(expression(value, 'value'))];
  const isYesNo = variable.type?.kind === 'yes_no';
  const typed = (definition: string): string => say(isYesNo ? `as_yes_no(${definition})` : definition);
  if (of !== undefined)
    return [comment(`merges categories of ${of.text}`), typed(mergedCategories(codebook, declaration, of.text))];
  const conditions = declaration.categories.flatMap(({ id, when }) =>
    when === undefined ? [] : [[id.text, expression(when, 'condition')] as const],
  );
  const otherwise = declaration.otherwise === undefined ? '' : `, otherwise = ${quoted(declaration.otherwise.text)}`;
  return [typed(`first_that_holds(${list(conditions)}${otherwise})`)];
}

/** Groups of the scale are written out: what is merged is read at a glance. */
function mergedCategories(codebook: Codebook, declaration: DerivedDeclaration, of: string): string {
  const groups = codebook.variables.get(of)?.scale?.groups ?? [];
  const into = declaration.categories.map(({ id, of: names }) => {
    const members = (names ?? []).flatMap(({ text }) => groups.find((group) => group.id === text)?.members ?? [text]);
    return [id.text, vector(members)] as const;
  });
  return `merged(${rName(of)}, ${list(into)})`;
}
