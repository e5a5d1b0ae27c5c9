import { functionNamed } from '../../expression';
import { missingKinds } from '../../expression/value';
import { checkedExpression } from '../../model/checked';
import { declarationsOf } from '../../model/declared-names';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { cursorAt } from '../../syntax';
import type { Entry, PlacedEntry } from '../../syntax/entry';
import { wholeCode } from '../../text/code';
import { contains, type Span, shift } from '../../text/span';
import type { Page } from '../page';
import { expressionText } from '../readings/bases';
import { escapeMarkdown, paragraphs } from './markdown';
import type { Hover } from './types';

/**
 * What a function of the expression language does and what a kind of missing answer is; elsewhere in an expression, the whole of
 * it in plain words.
 */
export function expressionHover(page: Page, file: string, offset: number): Hover | undefined {
  const syntax = page.snapshot.files.get(file);
  if (syntax === undefined) return undefined;
  const { placed } = cursorAt(syntax, offset);
  const site = sitesIn(page, placed.entry).find(({ text }) => contains(text.place.span, offset - placed.start));
  return site === undefined ? undefined : (wordHover(page, site, placed, offset) ?? wholeHover(page, site, placed));
}

/** The plain reading of the expression that stands at a span of an entry; `''` where none does. */
export function readingAt(page: Page, entry: Entry, span: Span): string {
  const site = sitesIn(page, entry).find(({ text }) => text.place.span.start === span.start);
  return site === undefined ? '' : reading(page, site);
}

function sitesIn({ codebook }: Page, entry: Entry): readonly ExpressionSite[] {
  return declarationsOf(codebook.own)
    .filter((declaration) => declaration.entry === entry)
    .flatMap(expressionsIn);
}

function wordHover(
  { codebook, words }: Page,
  { text, where, expected }: ExpressionSite,
  { start }: PlacedEntry,
  offset: number,
): Hover | undefined {
  const { uses } = checkedExpression(codebook, text, where, expected).checked;
  const use = uses.find(({ span }) => contains(text.toPlace(span).span, offset - start));
  if (use === undefined) return undefined;
  const kind = use.meaning.kind === 'missing_kind' ? missingKinds.find((one) => one === use.name) : undefined;
  const markdown =
    kind !== undefined
      ? paragraphs([`**${wholeCode(kind)}**`, escapeMarkdown(words.kind[kind])])
      : use.meaning.kind === 'function'
        ? aboutFunction(use.name, words.language)
        : '';
  return markdown === '' ? undefined : { span: shift(text.toPlace(use.span).span, start), markdown };
}

function aboutFunction(name: string, language: 'en' | 'sv'): string {
  const info = functionNamed(name);
  return info === undefined ? '' : paragraphs([`**${wholeCode(info.signature)}**`, info.meaning[language]]);
}

function wholeHover(page: Page, site: ExpressionSite, { start }: PlacedEntry): Hover | undefined {
  const markdown = reading(page, site);
  return markdown === '' ? undefined : { span: shift(site.text.place.span, start), markdown };
}

/** As a sentence of its own; what is not understood says nothing, a problem does. */
function reading({ codebook, words }: Page, { text, where }: ExpressionSite): string {
  const plain = expressionText(codebook, text, where, words);
  return plain.includes('…') ? '' : escapeMarkdown(`${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`);
}
