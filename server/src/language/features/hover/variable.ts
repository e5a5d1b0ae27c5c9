import type { Variable } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import { schemaAt } from '../../schema';
import { wholeCode } from '../../text/code';
import type { Page } from '../page';
import { expressionText, variableBase } from '../readings/bases';
import { derivedReading } from '../readings/definitions';
import { textIn } from '../readings/texts';
import { heading } from './heading';
import { escapeMarkdown, paragraphs } from './markdown';
import { answersLine } from './scale';
import { sharesMarkdown } from './shares';
import { termOf } from './term';

/** A question as asked or a derived variable in plain words; of whom; its answers by code; and its shares with n. */
export function variableHover(page: Page, name: string): string {
  const { codebook, words, language } = page;
  const variable = codebook.variables.get(name);
  if (variable === undefined) return '';
  const { declaration, labels } = variable;
  const subject = { kind: declaration.kind, id: name };
  const section = declaration.kind === 'question' ? 'questions' : 'derived';
  return paragraphs([
    heading(labelIn(labels, language, ''), kindOf(page, variable), name, stageOf(page, variable)),
    definition(page, variable),
    escapeMarkdown(variableBase(codebook, variable, words)),
    answers(page, variable),
    sharesMarkdown(page, subject),
    termOf(schemaAt([section]), words),
  ]);
}

/** One item of a battery or option of a multiple response. */
export function itemHover(page: Page, name: string, id: string): string {
  const { codebook, words, language } = page;
  const variable = codebook.variables.get(name);
  const item = variable?.items.find((one) => one.id === id);
  if (variable === undefined || item === undefined) return '';
  const { declaration } = variable;
  const routing = declaration.kind === 'question' ? declaration.items.find((one) => one.id.text === id)?.askIf : undefined;
  return paragraphs([
    heading(labelIn(item.labels, language, ''), words.names.item, `${name}.${id}`),
    `> ${escapeMarkdown(questionText(page, variable))}`,
    routing === undefined ? '' : escapeMarkdown(words.askedOf(expressionText(codebook, routing, 'ask_if', words))),
    answers(page, variable),
    `${words.fields.column}: ${wholeCode(item.column)}`,
    sharesMarkdown(page, { kind: declaration.kind, id: name }, id),
    termOf(schemaAt(['questions', name, 'items']), words),
  ]);
}

function kindOf({ words }: Page, { declaration }: Variable): string {
  if (declaration.kind === 'derived') return words.names.derived;
  return declaration.text === undefined ? words.names.register : words.names.question;
}

function stageOf({ codebook, words, language }: Page, { stage }: Variable): readonly string[] {
  if (stage === undefined) return [];
  return [`${words.names.stage}: ${textIn(codebook, codebook.stages.get(stage)?.label, language) || stage}`];
}

function definition(page: Page, variable: Variable): string {
  const { codebook, words, language } = page;
  const { declaration } = variable;
  if (declaration.kind === 'question') {
    const text = textIn(codebook, declaration.text, language);
    return text === '' ? '' : `> ${escapeMarkdown(text)}`;
  }
  const { lead, parts, rule } = derivedReading(codebook, declaration, language, words);
  return paragraphs([
    escapeMarkdown(lead),
    parts.map((part) => `- ${escapeMarkdown(part)}`).join('\n'),
    escapeMarkdown(rule),
    declaration.column === undefined ? '' : words.fileCopy(wholeCode(declaration.column.text)),
  ]);
}

function questionText({ codebook, language }: Page, { declaration, labels, name }: Variable): string {
  const text = declaration.kind === 'question' ? textIn(codebook, declaration.text, language) : '';
  return text === '' ? labelIn(labels, language, name) : text;
}

/** Answers by code, then what counts as missing. */
function answers({ language }: Page, { scale }: Variable): string {
  if (scale === undefined || scale.categories.every((category) => category.code === undefined)) return '';
  return answersLine([...scale.categories, ...scale.missing], language);
}
