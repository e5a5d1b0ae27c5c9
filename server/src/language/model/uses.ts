import { single } from '../expression';
import type { NameUse } from '../expression/typed';
import { missingKinds } from '../expression/value';
import type { Entry, Place } from '../syntax/entry';
import { checkedExpression } from './checked';
import type { Codebook, NameKind, Owner, Use, Variable } from './codebook';
import type {
  AnyDeclaration,
  DerivedDeclaration,
  FigureDeclaration,
  GroupDeclaration,
  HeaderDeclaration,
  IndicatorDeclaration,
  Name,
  QuestionDeclaration,
  SplitText,
  TestDeclaration,
  TestValue,
} from './declarations';
import { namesDeclaredBy, ownerVariable } from './declared-names';
import type { ExpressionSite } from './expression-sites';
import { expressionsIn } from './expression-sites';
import { figureKeys } from './figure-keys';
import { query } from './query';
import { readDeclarations } from './read';

/**
 * The names an entry of a codebook's own file declares or refers to. In expressions only names that are understood: the others
 * are problems of the expression. Elsewhere also names that nothing declares; `bind` tells.
 */
export const usesIn = query(
  (codebook: Codebook, entry: Entry): readonly Use[] => {
    const { header, declarations } = readDeclarations(entry);
    return [
      ...declarations.flatMap(namesDeclaredBy),
      ...headerUses(header),
      ...declarations.flatMap((declaration) => references(codebook, declaration)),
    ];
  },
  { isSame: areSameUses, onDoubt: ({ uses }, entry) => uses.outdated.add(entry) },
);

function areSameUses(before: readonly Use[], now: readonly Use[]): boolean {
  return before.length === now.length && before.every((use, at) => isSameUse(use, now[at]));
}

function isSameUse({ kind, name, owner, place, declares }: Use, other: Use | undefined): boolean {
  return (
    kind === other?.kind &&
    name === other.name &&
    owner?.kind === other.owner?.kind &&
    owner?.id === other.owner?.id &&
    place.entry === other.place.entry &&
    place.span.start === other.place.span.start &&
    declares === other.declares
  );
}

/** Every use in a codebook's own file, in its order. */
export const usesOf: (codebook: Codebook) => readonly Use[] = (codebook) =>
  (codebook.inputs.files.at(-1)?.syntax.entries ?? []).flatMap(({ entry }) => usesIn(codebook, entry));

function headerUses({ imports = [], defaults }: Partial<HeaderDeclaration>): readonly Use[] {
  return [...imports.map(({ path }) => refers('file', path)), ...(defaults?.by ?? []).flatMap(splitUses)];
}

function references(codebook: Codebook, declaration: AnyDeclaration): readonly Use[] {
  const expressions = expressionsIn(declaration).flatMap((site) => expressionUses(codebook, site));
  return [...ownReferences(codebook, declaration), ...expressions];
}

function ownReferences(codebook: Codebook, declaration: AnyDeclaration): readonly Use[] {
  switch (declaration.kind) {
    case 'stage':
      return [];
    case 'frame':
      return (declaration.of ?? []).map((name) => refers('frame', name));
    case 'scale':
      return declaration.id === undefined ? [] : groupUses(declaration.groups, { kind: 'scale', id: declaration.id.text });
    case 'question':
      return questionReferences(declaration);
    case 'derived':
      return derivedReferences(codebook, declaration);
    case 'indicator':
      return indicatorReferences(codebook, declaration);
    case 'figure':
      return figureReferences(codebook, declaration);
    case 'test':
      return testReferences(codebook, declaration);
  }
}

function groupUses(groups: readonly GroupDeclaration[], owner: Owner): readonly Use[] {
  return groups.flatMap((group) => group.of.map((name) => refers('category', name, owner)));
}

function questionReferences(question: QuestionDeclaration): readonly Use[] {
  const owner = ownerVariable(question);
  const { scale } = question;
  return [
    ...stageUse(question.stage),
    ...(scale === undefined ? [] : 'kind' in scale ? groupUses(scale.groups, owner) : [refers('scale', scale)]),
    ...question.exclusive.map((name) => refers('item', name, owner)),
  ];
}

function derivedReferences(codebook: Codebook, derived: DerivedDeclaration): readonly Use[] {
  const owner = ownerVariable(derived);
  const merged = derived.of === undefined ? undefined : codebook.variables.get(derived.of.text);
  return [
    ...stageUse(derived.stage),
    ...(derived.of === undefined ? [] : [refers('variable', derived.of)]),
    ...derived.categories.flatMap(({ of = [] }) => of.map((name) => refers('category', name, categoryOwner(merged)))),
    ...(derived.otherwise === undefined ? [] : [refers('category', derived.otherwise, owner)]),
    ...groupUses(derived.groups, owner),
  ];
}

function indicatorReferences(codebook: Codebook, indicator: IndicatorDeclaration): readonly Use[] {
  return [...stageUse(indicator.stage), ...(indicator.by ?? []).flatMap(splitUses), ...comparedUses(codebook, indicator)];
}

/** `compare: [a, b]` names two groups of the split, or two categories of what the indicator is of. */
function comparedUses(codebook: Codebook, indicator: IndicatorDeclaration): readonly Use[] {
  const { compare } = indicator;
  if (compare?.kind !== 'named') return [];
  const split = (indicator.by ?? codebook.defaults?.by ?? []).flatMap(({ variables }) => variables.map((name) => name.text));
  const of = expressionsIn(indicator).flatMap((site) => variableNames(codebook, site));
  const candidates = [...split, ...of].flatMap((name) => codebook.variables.get(name) ?? []);
  return compare.names.map((name) =>
    refers('category', name, categoryOwner(candidates.find((variable) => hasCategory(variable, name.text)))),
  );
}

function figureReferences(codebook: Codebook, figure: FigureDeclaration): readonly Use[] {
  const keys = figure.numbers.flatMap((numbers) =>
    numbers.cells.flatMap((cell) => figureKeys(codebook, figure, numbers, cell)),
  );
  const seen = new Set<Name>();
  return [
    ...(figure.indicator === undefined ? [] : [refers('indicator', figure.indicator)]),
    ...(figure.frames ?? []).map((name) => refers('frame', name)),
    ...(figure.by === undefined ? [] : splitUses(figure.by)),
    ...keys.flatMap(({ role, name, variable }) => {
      if (seen.has(name) || (role === 'group' && name.text === 'total')) return [];
      seen.add(name);
      return [figureKeyUse(codebook, role, name, variable)];
    }),
  ];
}

function figureKeyUse(
  codebook: Codebook,
  role: 'frame' | 'item' | 'category' | 'group',
  name: Name,
  variable: string | undefined,
): Use {
  switch (role) {
    case 'frame':
      return refers('frame', name);
    case 'item':
      return refers('item', name, variable === undefined ? undefined : { kind: 'variable', id: variable });
    case 'category':
    case 'group':
      return refers('category', name, categoryOwner(variable === undefined ? undefined : codebook.variables.get(variable)));
  }
}

function testReferences(codebook: Codebook, test: TestDeclaration): readonly Use[] {
  const seen = new Set<Name>();
  return [...test.given, ...test.expect].flatMap((value) => {
    const isFirst = !seen.has(value.variable);
    seen.add(value.variable);
    return [...(isFirst ? [refers('variable', value.variable)] : []), ...testValueUses(codebook, value)];
  });
}

/** The item, and the answer where it is a category. A missing kind, and `missing`, is no name of the codebook. */
function testValueUses(codebook: Codebook, { variable: { text }, item, value }: TestValue): readonly Use[] {
  const variable = codebook.variables.get(text);
  const ofItem = item === undefined ? [] : [refers('item', item, { kind: 'variable', id: text })];
  const isKind = value.text === 'missing' || missingKinds.some((kind) => kind === value.text);
  const namesCategory = variable !== undefined && (hasCategory(variable, value.text) || (isCategorical(variable) && !isKind));
  return namesCategory ? [...ofItem, refers('category', value, categoryOwner(variable))] : ofItem;
}

function expressionUses(codebook: Codebook, { text, where, expected }: ExpressionSite): readonly Use[] {
  const { uses } = checkedExpression(codebook, text, where, expected).checked;
  return uses.flatMap((use) => nameUse(codebook, use, text.toPlace(use.span)));
}

function nameUse(codebook: Codebook, { name, meaning }: NameUse, place: Place): readonly Use[] {
  const named = { text: name, place };
  switch (meaning.kind) {
    case 'variable':
      return [refers('variable', named)];
    case 'item':
      return [refers('item', named, { kind: 'variable', id: meaning.variable })];
    case 'category':
    case 'group':
      return [refers('category', named, categoryOwner(codebook.variables.get(meaning.opposite)))];
    case 'missing_kind':
    case 'function':
      return [];
  }
}

function variableNames(codebook: Codebook, { text, where, expected }: ExpressionSite): readonly string[] {
  const { uses } = checkedExpression(codebook, text, where, expected).checked;
  return uses.flatMap((use) => (use.meaning.kind === 'variable' ? [use.name] : []));
}

/** The named scale a variable's answers stand on, or the variable itself where its answers are its own. */
export function categoryOwner(variable: Variable | undefined): Owner | undefined {
  if (variable === undefined) return undefined;
  const { id } = variable.scale ?? {};
  return id === undefined ? { kind: 'variable', id: variable.name } : { kind: 'scale', id };
}

function hasCategory({ scale }: Variable, id: string): boolean {
  return scale !== undefined && [...scale.categories, ...scale.missing, ...scale.groups].some((part) => part.id === id);
}

function isCategorical({ type }: Variable): boolean {
  const kind = type === undefined ? undefined : single(type).kind;
  return kind === 'category' || kind === 'yes_no';
}

function stageUse(stage: Name | undefined): readonly Use[] {
  return stage === undefined ? [] : [refers('stage', stage)];
}

function splitUses(split: SplitText): readonly Use[] {
  return split.variables.map((name) => refers('variable', name));
}

function refers(kind: NameKind, { text, place }: Name, owner?: Owner): Use {
  return { kind, name: text, place, declares: false, ...(owner === undefined ? {} : { owner }) };
}
