import { parseExpression } from '../../expression';
import type { Logic, TypedExpression } from '../../expression/typed';
import { checkedExpression } from '../../model/checked';
import type { Codebook, Universe } from '../../model/codebook';
import type { ExpressionText, IndicatorDeclaration } from '../../model/declarations';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { query } from '../../model/query';
import { together, universeOfExpression } from '../../model/universe';
import { type UniverseRelation, universeRelation } from '../../model/universe-algebra';
import type { PlacedEdit } from '../../problem';
import { remembered, rememberedByText } from '../../text/remember';
import type { Span } from '../../text/span';
import type { CheckSubject } from '../check';
import { dropKey, replaceInExpression } from '../expressions/edits';
import { restsOnSoundNames } from '../expressions/sound';

/** A restriction in an indicator, `among` or a part of `of`, beside the routing of what the indicator is of. */
interface Filter {
  readonly indicator: IndicatorDeclaration;
  readonly text: ExpressionText;
  readonly universe: Universe;
  readonly relation: UniverseRelation;
  /** The edits that take the restriction out. */
  readonly removal: readonly PlacedEdit[];
}

export function filtersOf({ codebook, own }: CheckSubject): readonly Filter[] {
  return own.indicators.flatMap((indicator) => filtersIn(codebook, indicator));
}

const filtersIn = query((codebook: Codebook, indicator: IndicatorDeclaration): readonly Filter[] => {
  const sites = expressionsIn(indicator).filter((site) => restsOnSoundNames(codebook, site));
  const of = sites.find(({ key }) => key === 'of');
  const among = sites.find(({ key }) => key === 'among');
  return [
    ...(among === undefined ? [] : [amongFilter(codebook, indicator, among, of)]),
    ...(of === undefined ? [] : partFilters(codebook, indicator, of)),
  ];
});

function amongFilter(
  codebook: Codebook,
  indicator: IndicatorDeclaration,
  { text, where }: ExpressionSite,
  of: ExpressionSite | undefined,
): Filter {
  const universe = of === undefined ? [] : universeOfExpression(codebook, of.text, of.where);
  const relation = universeRelation(codebook, { text, where }, universe);
  return { indicator, text, universe, relation, removal: dropKey(indicator, 'among') };
}

/** Each part of an `and`, beside the routing of what the other parts name. */
function partFilters(codebook: Codebook, indicator: IndicatorDeclaration, { text, where }: ExpressionSite): readonly Filter[] {
  const { typed } = checkedExpression(codebook, text, where).checked;
  const joined = partsOfAnd(typed);
  return joined.flatMap(({ part, rest }) => {
    if (part.type.kind === 'vector') return [];
    const others = joined.filter((one) => one.part !== part).map((one) => within(text, one.part.span));
    const universe = together(others.map((other) => universeOfExpression(codebook, other, where)));
    const own = within(text, part.span);
    const relation = universeRelation(codebook, { text: own, where }, universe);
    return [{ indicator, text: own, universe, relation, removal: removalOf(text, rest, part) }];
  });
}

interface PartOfAnd {
  readonly part: TypedExpression;
  /** The `and` that it is a side of. */
  readonly rest: Logic;
}

function partsOfAnd(typed: TypedExpression): readonly PartOfAnd[] {
  if (typed.kind !== 'logic' || typed.operator !== 'and') return [];
  return [typed.left, typed.right].flatMap((side) => {
    const deeper = partsOfAnd(side);
    return deeper.length > 0 ? deeper : [{ part: side, rest: typed }];
  });
}

/** A piece of an expression as an expression of its own; the same piece is the same object. */
function within(text: ExpressionText, { start, end }: Span): ExpressionText {
  return pieceOf(text)(`${start} ${end}`);
}

const pieceOf = remembered((text: ExpressionText) =>
  rememberedByText((ends): ExpressionText => {
    const [start = 0, end = 0] = ends.split(' ').map(Number);
    return {
      parsed: parseExpression(text.parsed.text.slice(start, end)),
      place: text.toPlace({ start, end }),
      toPlace: (inner) => text.toPlace({ start: start + inner.start, end: start + inner.end }),
    };
  }),
);

/** The other side takes the place of both; none where parentheses stand in between. */
function removalOf(text: ExpressionText, rest: Logic, part: TypedExpression): readonly PlacedEdit[] {
  const kept = part === rest.left ? rest.right : rest.left;
  const slice = ({ start, end }: Span) => text.parsed.text.slice(start, end);
  if (!isBalanced(slice(rest.span)) || !isBalanced(slice(kept.span))) return [];
  return [replaceInExpression(text, rest.span, slice(kept.span))];
}

function isBalanced(text: string): boolean {
  return (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
}
