import { checkedExpression } from '../../model/checked';
import type { Codebook, Owner, Use } from '../../model/codebook';
import { expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { usesIn } from '../../model/uses';
import type { Entry } from '../../syntax/entry';
import type { SemanticKind, SemanticToken } from './types';

/** The names in an entry that stand for something, and the kinds of missing answers its expressions ask for. */
export function nameTokens(codebook: Codebook, entry: Entry): readonly SemanticToken[] {
  return [...usesIn(codebook, entry).flatMap((use) => nameToken(codebook, use)), ...kindTokens(codebook, entry)];
}

const kinds: Readonly<Record<Exclude<Use['kind'], 'file'>, SemanticKind>> = {
  stage: 'namespace',
  frame: 'class',
  scale: 'enum',
  category: 'enumMember',
  variable: 'variable',
  item: 'property',
  indicator: 'interface',
  figure: 'struct',
  test: 'event',
};

function nameToken(codebook: Codebook, use: Use): readonly SemanticToken[] {
  const { kind, place, declares } = use;
  const isThere = place.span.end > place.span.start && !/[\r\n]/.test(place.entry.text.slice(place.span.start, place.span.end));
  if (kind === 'file' || !isThere || !(declares || isKnown(codebook, use))) return [];
  return [
    {
      span: place.span,
      kind: kinds[kind],
      modifiers: [
        ...(declares ? (['declaration'] as const) : []),
        ...(isComputed(codebook, use) ? (['readonly'] as const) : []),
      ],
    },
  ];
}

function isComputed(codebook: Codebook, { kind, name, declares, place }: Use): boolean {
  if (kind !== 'variable') return false;
  return declares ? place.entry.section === 'derived' : codebook.variables.get(name)?.declaration.kind === 'derived';
}

/** Asked without the search for similar names that binding comes with. */
function isKnown(codebook: Codebook, { kind, name, owner }: Use): boolean {
  switch (kind) {
    case 'stage':
      return codebook.stages.has(name);
    case 'frame':
      return codebook.frames.has(name);
    case 'scale':
      return codebook.scales.has(name);
    case 'variable':
      return codebook.variables.has(name);
    case 'indicator':
      return codebook.indicators.has(name);
    case 'figure':
      return codebook.figures.has(name);
    case 'item':
      return owner !== undefined && (codebook.variables.get(owner.id)?.items.some(({ id }) => id === name) ?? false);
    case 'category':
      return owner !== undefined && isCategory(codebook, owner, name);
    case 'test':
    case 'file':
      return false;
  }
}

function isCategory(codebook: Codebook, owner: Owner, name: string): boolean {
  if (owner.kind === 'variable') {
    const scale = codebook.variables.get(owner.id)?.scale;
    return (
      scale !== undefined &&
      [scale.categories, scale.groups, scale.missing].some((parts) => parts.some(({ id }) => id === name))
    );
  }
  const scale = codebook.scales.get(owner.id);
  return (
    scale !== undefined &&
    [scale.categories, scale.groups, scale.missing].some((parts) => parts.some(({ id }) => id.text === name))
  );
}

/** `kind(q) = dont_know`: a word of the language. */
function kindTokens(codebook: Codebook, entry: Entry): readonly SemanticToken[] {
  return readDeclarations(entry)
    .declarations.flatMap(expressionsIn)
    .filter(({ text }) => /\bkind\b/.test(text.parsed.text))
    .flatMap(({ text, where, expected }) =>
      checkedExpression(codebook, text, where, expected).checked.uses.flatMap(({ meaning, span }): readonly SemanticToken[] =>
        meaning.kind === 'missing_kind'
          ? [{ span: text.toPlace(span).span, kind: 'enumMember', modifiers: ['defaultLibrary'] }]
          : [],
      ),
    );
}
