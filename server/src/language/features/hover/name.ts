import type { Labels } from '../../expression/types';
import { bind } from '../../model/bind';
import type { Codebook } from '../../model/codebook';
import { resolveIndicator } from '../../model/indicators';
import { labelIn } from '../../model/labels';
import { readDeclarations } from '../../model/read';
import { usesNamed } from '../../model/use-index';
import { frameCounts } from '../../review/frame-rates';
import { schemaAt } from '../../schema';
import { formatPercent, roundPercent } from '../../shares/rounding';
import { wholeCode } from '../../text/code';
import type { NameAt } from '../name-at';
import { countedLine, sizesOf } from '../numbers/counted';
import { ledgerLine } from '../numbers/ledger';
import { countText } from '../numbers/text';
import type { Page } from '../page';
import { indicatorBase } from '../readings/bases';
import { indicatorReading } from '../readings/definitions';
import { textIn } from '../readings/texts';
import { categoryHover } from './category';
import { heading } from './heading';
import { escapeMarkdown, paragraphs } from './markdown';
import { scaleHover } from './scale';
import { sharesMarkdown } from './shares';
import { termOf } from './term';
import { itemHover, variableHover } from './variable';

/** What is known of a name; `''` where nothing declares it: a problem says so. */
export function nameHover(page: Page, { codebook, use }: NameAt): string {
  if (bind(codebook, use).kind === 'missing') return '';
  switch (use.kind) {
    case 'variable':
      return variableHover(page, use.name);
    case 'item':
      return itemHover(page, use.owner?.id ?? '', use.name);
    case 'category':
      return categoryHover(page, use);
    case 'scale':
      return scaleHover(page, use.name);
    case 'stage':
      return stageHover(page, use.name);
    case 'frame':
      return frameHover(page, use.name);
    case 'indicator':
      return indicatorHover(page, use.name);
    case 'figure':
      return figureHover(page, use.name);
    case 'test':
      return heading('', page.words.names.test, use.name);
    case 'file':
      return fileHover(page, use.name);
  }
}

/** Members as many as are easily read. */
const mostMembers = 20;

/** A stage and what names it. */
function stageHover({ codebook, words, language }: Page, id: string): string {
  const stage = codebook.stages.get(id);
  const entries = new Set(usesNamed(codebook, { kind: 'stage', name: id }).map(({ place }) => place.entry));
  const members = [...entries].slice(0, mostMembers + 1).flatMap((entry) => readDeclarations(entry).declarations);
  const names = members.flatMap(({ kind, id: name }) => {
    const labels =
      name && (kind === 'indicator' ? indicatorLabels(codebook, name.text) : codebook.variables.get(name.text)?.labels);
    return labels === undefined || name === undefined
      ? []
      : [`- ${escapeMarkdown(labelIn(labels, language, name.text))} ${wholeCode(name.text)}`];
  });
  return paragraphs([
    heading(textIn(codebook, stage?.label, language), words.names.stage, id),
    [...names.slice(0, mostMembers), ...(names.length > mostMembers ? ['- …'] : [])].join('\n'),
    termOf(schemaAt(['stages']), words),
  ]);
}

function indicatorLabels(codebook: Codebook, id: string): Labels | undefined {
  const declaration = codebook.indicators.get(id);
  return declaration && resolveIndicator(codebook, declaration).labels;
}

function frameHover({ codebook, words, language }: Page, id: string): string {
  const counts = frameCounts(codebook, id);
  const { sent, responded, rate } = words.fields;
  const facts =
    counts === undefined || counts.sent <= 0 || !Number.isSafeInteger(counts.sent) || !Number.isSafeInteger(counts.responded)
      ? ''
      : [
          `${sent} ${countText(counts.sent, words)}`,
          `${responded} ${countText(counts.responded, words)}`,
          `${rate} ${formatPercent(roundPercent(counts.responded, counts.sent, 0, 'half_up'), 0, words.language)}`,
        ].join(' · ');
  return paragraphs([
    heading(textIn(codebook, codebook.frames.get(id)?.label, language), words.names.frame, id),
    facts,
    termOf(schemaAt(['frames']), words),
  ]);
}

function indicatorHover(page: Page, id: string): string {
  const { codebook, words, language } = page;
  const declaration = codebook.indicators.get(id);
  if (declaration === undefined) return '';
  const resolved = resolveIndicator(codebook, declaration);
  const splits = resolved.by.map((names) =>
    names.map((name) => labelIn(codebook.variables.get(name)?.labels ?? {}, language, name)),
  );
  return paragraphs([
    heading(labelIn(resolved.labels, language, ''), words.names.indicator, id),
    escapeMarkdown(indicatorReading(codebook, resolved, words)),
    escapeMarkdown(indicatorBase(codebook, resolved, words)),
    splits.length === 0 ? '' : escapeMarkdown(words.splitBy(splits)),
    sharesMarkdown(page, { kind: 'indicator', id }),
    termOf(schemaAt(['indicators']), words),
  ]);
}

function figureHover(wholePage: Page, id: string): string {
  const { codebook, words, language } = wholePage;
  const figure = codebook.figures.get(id);
  const { title, page } = figure?.source ?? {};
  const source = [title ?? codebook.defaults?.source?.title ?? '', page === undefined ? '' : words.notes.page(page).trim()];
  return paragraphs([
    heading(textIn(codebook, figure?.label, language), words.names.figure, id),
    escapeMarkdown(source.filter((part) => part !== '').join(' ')),
    figure?.unverifiable === undefined ? '' : escapeMarkdown(figure.unverifiable.text),
    escapeMarkdown(ledgerLine(wholePage, id)),
    termOf(schemaAt(['figures']), words),
  ]);
}

/** An imported codebook and how much it declares. */
function fileHover({ codebook, words, language }: Page, path: string): string {
  const found = codebook.imports.find(({ declaration }) => declaration.path.text === path);
  const model = codebook.models.find(({ file }) => file === found?.file);
  const counted = model && countedLine(sizesOf(model), words);
  return paragraphs([heading(textIn(codebook, model?.header.label, language), words.names.file, path), counted ?? '']);
}
