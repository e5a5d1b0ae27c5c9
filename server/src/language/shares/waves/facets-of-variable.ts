import type { Labels } from '../../expression/types';
import type { Codebook, Variable } from '../../model/codebook';
import type { DerivedDeclaration, LocalizedText, QuestionDeclaration } from '../../model/declarations';
import { universeOf } from '../../model/universe';
import type { Facet } from './facet';
import { written } from './facets-of-indicator';
import type { DisparityAspect } from './types';

/** What a codebook says of a question or derived variable, as far as its numbers depend on it; `[]` for an unknown name. */
export function facetsOfVariable(codebook: Codebook, name: string): readonly Facet[] {
  const variable = codebook.variables.get(name);
  if (variable === undefined) return [];
  const { declaration } = variable;
  return [
    ...(declaration.kind === 'question' ? ofQuestion(codebook, variable, declaration) : ofDerived(declaration)),
    ...ofScale(variable, declaration.kind),
    ...present('range', declaration.range?.text),
    ...present('routing', routing(codebook, name)),
  ];
}

function ofQuestion(codebook: Codebook, variable: Variable, question: QuestionDeclaration): readonly Facet[] {
  const { text, label, items, empty, unticked, exclusive } = question;
  const treated = [
    ...(empty === undefined ? [] : [`empty: ${empty}`]),
    ...(unticked === undefined ? [] : [`unticked: ${unticked}`]),
    ...exclusive.map((option) => `exclusive: ${option.text}`),
    ...(variable.scale?.missing ?? []).map(({ id, code, kind }) => `${id} ${code ?? ''}: ${kind}`),
  ];
  return [
    { aspect: 'kind', said: question.type ?? 'single' },
    ...wording('text', textsIn(codebook, text ?? label)),
    ...present('items', items.map(({ id }) => id.text).join(', ')),
    ...variable.items.flatMap(({ id, labels }) => wording('item_text', labels, id)),
    ...items.flatMap(({ id, askIf }) => present('routing', askIf === undefined ? undefined : written(askIf), id.text)),
    ...present('items', variable.items.flatMap(({ id, reverse }) => (reverse ? [id] : [])).join(', '), 'reverse'),
    ...present('missing', treated.join('; ')),
  ];
}

function ofDerived({ value, of, categories, otherwise, unknown }: DerivedDeclaration): readonly Facet[] {
  const classes = categories.map((category) => {
    const merged = category.of?.map(({ text }) => text).join(', ');
    return `${category.id.text}: ${category.when === undefined ? (merged ?? '') : written(category.when)}`;
  });
  const definition = [
    ...(value === undefined ? [] : [written(value)]),
    ...(of === undefined ? [] : [`of ${of.text}`]),
    ...classes,
    ...(otherwise === undefined ? [] : [`otherwise ${otherwise.text}`]),
  ];
  const { place: _, ...rule } = unknown ?? { place: undefined };
  return [
    { aspect: 'kind', said: 'derived' },
    ...present('definition', definition.join('; ')),
    ...present('unknown', Object.values(rule).join(', ')),
  ];
}

/** Answers in their order. Those of a derived variable have no wording that anybody was asked. */
function ofScale({ scale }: Variable, kind: 'question' | 'derived'): readonly Facet[] {
  if (scale === undefined) return [];
  const { categories, order, groups } = scale;
  const ids = [...categories.map(({ id }) => id), ...(order === undefined ? [] : [`(${order})`])];
  return [
    ...present('answers', ids.join(', ')),
    ...categories.flatMap(({ id, code, score, labels }) => [
      ...present('codes', code, id),
      ...present('scores', score === undefined ? undefined : `${score}`, id),
      ...(kind === 'question' ? wording('answer_text', labels, id) : []),
    ]),
    ...groups.flatMap(({ id, members }) => present('groups', members.join(', '), id)),
  ];
}

/** Every condition on the way, whatever their order. */
function routing(codebook: Codebook, name: string): string {
  const conditions = universeOf(codebook, name).map(({ expression }) => written(expression));
  return [...new Set(conditions)].sort().join(' and ');
}

function textsIn({ languages }: Codebook, text: LocalizedText | undefined): Labels {
  const texts = text?.byLanguage ?? {};
  const everywhere = texts['']?.text;
  const tags = everywhere === undefined ? Object.keys(texts) : languages.length === 0 ? [''] : languages;
  return Object.fromEntries(tags.map((tag) => [tag, texts[tag]?.text ?? everywhere ?? '']));
}

/** Breaks and blanks of a text are how it is written, not what it says. */
function wording(aspect: DisparityAspect, labels: Labels, part?: string): readonly Facet[] {
  const place = part === undefined ? {} : { part };
  return Object.entries(labels).map(([language, text]) => ({
    aspect,
    ...place,
    language,
    said: text.replaceAll(/\s+/g, ' ').trim(),
  }));
}

function present(aspect: DisparityAspect, said: string | undefined, part?: string): readonly Facet[] {
  if (said === undefined || said === '') return [];
  return [{ aspect, ...(part === undefined ? {} : { part }), said }];
}
