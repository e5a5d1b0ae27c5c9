import type { ExplainLanguage } from '../../expression';
import { schemaAt } from '../../schema';
import { cursorAt } from '../../syntax';
import type { Page } from '../page';
import { aidWords } from '../words/aids';
import { heading } from './heading';
import { escapeMarkdown, paragraphs } from './markdown';
import type { Hover } from './types';

/** A language tag, where it is declared or a text is in it: its name, and what comes first. */
export function languageHover({ snapshot, codebook, words }: Page, file: string, offset: number): Hover | undefined {
  const syntax = snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  const tag = cursor?.scalar?.text;
  if (cursor === undefined || tag === undefined) return undefined;
  const { path, spot, replace } = cursor;
  const isDeclared = spot === 'value' && schemaAt(path)?.kind === 'language';
  const isUsed =
    spot === 'key' && schemaAt(path.slice(0, -1))?.membersReferTo === 'language' && codebook.languages.includes(tag);
  if (!isDeclared && !isUsed) return undefined;
  const said = aidWords[words.language].language;
  const markdown = paragraphs([
    heading(languageName(tag, words.language), said.name, tag),
    codebook.languages[0] === tag ? escapeMarkdown(said.first) : '',
  ]);
  return { span: replace, markdown };
}

/** `''` for what is no language tag, or none that is known. */
function languageName(tag: string, language: ExplainLanguage): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag) ?? '';
    return name.charAt(0).toUpperCase() + name.slice(1);
  } catch {
    // What somebody types is no tag until it is finished.
    return '';
  }
}
