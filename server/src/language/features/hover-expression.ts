import { functionNamed } from '../expression';
import { missingKinds } from '../expression/value';
import { checkedExpression } from '../model/checked';
import { declarationsOf } from '../model/declared-names';
import { expressionsIn } from '../model/expression-sites';
import { cursorAt } from '../syntax';
import { contains, shift } from '../text/span';
import type { Hover } from './hover';
import { code, escapeMarkdown, paragraphs } from './markdown';
import type { Page } from './preview-tables';

/** What a function of the expression language does, and what a kind of missing answer is called. */
export function expressionHover({ snapshot, codebook, words }: Page, file: string, offset: number): Hover | undefined {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined) return undefined;
  const { placed } = cursorAt(syntax, offset);
  const declarations = declarationsOf(codebook.own).filter((declaration) => declaration.entry === placed.entry);
  for (const { text, where, expected } of declarations.flatMap(expressionsIn)) {
    for (const { name, meaning, span } of checkedExpression(codebook, text, where, expected).checked.uses) {
      const place = text.toPlace(span);
      if (!contains(place.span, offset - placed.start)) continue;
      const markdown = meaning.kind === 'function' ? aboutFunction(name, words.language) : '';
      const kind = meaning.kind === 'missing_kind' ? missingKinds.find((one) => one === name) : undefined;
      const said = kind === undefined ? markdown : paragraphs([`**${code(name)}**`, escapeMarkdown(words.kind[kind])]);
      if (said !== '') return { span: shift(place.span, placed.start), markdown: said };
    }
  }
  return undefined;
}

function aboutFunction(name: string, language: 'en' | 'sv'): string {
  const info = functionNamed(name);
  return info === undefined ? '' : paragraphs([`**${code(info.signature)}**`, info.meaning[language]]);
}
