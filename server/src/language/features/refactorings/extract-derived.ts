import { replaceInExpression } from '../../checks/expressions/edits';
import { labelOf } from '../../checks/names/declarations-to-add';
import { partsOf } from '../../expression';
import type { TypedExpression } from '../../expression/typed';
import { checkedExpression } from '../../model/checked';
import type { AnyDeclaration } from '../../model/declarations';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { readDeclarations } from '../../model/read';
import { insertMember, quoteText } from '../../syntax';
import { freshVariable } from './fresh-id';
import { inFiles, touches } from './sources';
import type { Refactoring, Selected } from './types';

/**
 * The part of an expression that is selected, or the smallest whole part around the cursor, as a derived variable of its own. Only
 * where no value, no kind of missing answer and no universe changes: not in or around a count, and not where a part keeps the
 * kind of one question that it would share with the new variable.
 */
export function extractDerived(selected: Selected): readonly Refactoring[] {
  const { snapshot, syntax, language } = selected;
  const found = partAt(selected);
  if (found === undefined) return [];
  const { site, part } = found;
  const value = withoutParentheses(site.text.parsed.text.slice(part.span.start, part.span.end));
  const id = freshVariable(selected, value.replaceAll('!=', ' not ').slice(0, longestName));
  const declared = insertMember(syntax, 'derived', {
    key: id,
    flow: `{label: ${labelOf(id)}, value: ${quoteText(value, { flow: true })}}`,
  });
  if (declared === undefined) return [];
  const edits = inFiles(snapshot, [declared, replaceInExpression(site.text, part.span, id)]);
  const title =
    language === 'sv' ? `Gör uttrycket till den härledda variabeln \`${id}\`` : `Extract to the derived variable \`${id}\``;
  return edits === undefined ? [] : [{ kind: 'extract', title, edits }];
}

/** Of the words of the expression. */
const longestName = 30;

interface FoundPart {
  readonly site: ExpressionSite;
  readonly part: TypedExpression;
}

function partAt({ codebook, entry, span }: Selected): FoundPart | undefined {
  for (const declaration of readDeclarations(entry).declarations) {
    for (const site of expressionsIn(declaration)) {
      if (declaration.kind === 'figure' || !touches(site.text.place.span, span)) continue;
      const { checked, problems } = checkedExpression(codebook, site.text, site.where, site.expected);
      const way = wayTo(checked.typed, (part) => {
        const { span: placed } = site.text.toPlace(part.span);
        return placed.start <= span.start && span.end <= placed.end;
      });
      const part = problems.length > 0 ? undefined : extractable(declaration, site, way);
      return part === undefined ? undefined : { site, part };
    }
  }
  return undefined;
}

/** The parts around a place, the whole first. */
function wayTo(typed: TypedExpression, holds: (part: TypedExpression) => boolean): readonly TypedExpression[] {
  if (!holds(typed)) return [];
  const inner = partsOf(typed).find(holds);
  return [typed, ...(inner === undefined ? [] : wayTo(inner, holds))];
}

/** The innermost part that can be a variable without changing what the whole means. */
function extractable(
  declaration: AnyDeclaration,
  { key }: ExpressionSite,
  way: readonly TypedExpression[],
): TypedExpression | undefined {
  const [whole] = way;
  if (whole === undefined || holdsAggregate(whole)) return undefined;
  for (let at = way.length - 1; at >= 0; at--) {
    const part = way[at];
    if (part === undefined || !isValue(part)) continue;
    if (at === 0 && declaration.kind === 'derived' && key === 'value') return undefined;
    return way.slice(0, at).every((outer, step) => keepsKind(outer, way[step + 1])) ? part : undefined;
  }
  return undefined;
}

/** A condition or a number that is computed, one for each respondent. */
function isValue({ kind, type }: TypedExpression): boolean {
  if (kind === 'reading' || kind === 'constant' || kind === 'unresolved') return false;
  return type.kind === 'yes_no' || type.kind === 'number';
}

/** Beside a variable of its own the part always mixes, so it must have done so before, unless it stands beside a constant. */
function keepsKind(outer: TypedExpression, inner: TypedExpression | undefined): boolean {
  switch (outer.kind) {
    case 'not':
    case 'minus':
    case 'one_of':
      return true;
    case 'logic':
    case 'comparison':
    case 'arithmetic':
      return outer.mixes || !namesSomething(outer.left === inner ? outer.right : outer.left);
    default:
      return false;
  }
}

function namesSomething(typed: TypedExpression): boolean {
  return typed.kind === 'reading' || partsOf(typed).some(namesSomething);
}

function holdsAggregate(typed: TypedExpression): boolean {
  return typed.kind === 'aggregate' || partsOf(typed).some(holdsAggregate);
}

/** Parentheses around the whole are not needed where it stands alone. */
function withoutParentheses(text: string): string {
  const inner = /^\(\s*(.*?)\s*\)$/s.exec(text)?.[1];
  if (inner === undefined) return text;
  let depth = 0;
  for (const sign of inner) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return text;
  }
  return inner;
}
