import type { Codebook } from '../../model/codebook';
import { resolveIndicator } from '../../model/indicators';
import { codebookOf, type Snapshot } from '../../workspace';
import type { Page } from '../page';
import { textIn } from '../readings/texts';
import { wordsFor } from '../words';
import { indicatorEntry, variableEntry } from './entry';
import { stateOf } from './state';
import type { CodebookPreview, EntryPreview, StagePreview } from './types';

export interface PreviewOptions {
  /** Of labels and of the page's own words; one the codebook does not declare gives its first. */
  readonly language: string;
  /** Of charts, in CSS pixels. */
  readonly width: number;
}

/** The whole codebook by process stage, with its numbers where there are data; `undefined` for a file that is not there. */
export function previewOf(snapshot: Snapshot, file: string, options: PreviewOptions): CodebookPreview | undefined {
  const steps = previewSteps(snapshot, file, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, one for each entry, so that a long codebook need not hold up what else is asked. */
export function* previewSteps(
  snapshot: Snapshot,
  file: string,
  options: PreviewOptions,
): Generator<void, CodebookPreview | undefined> {
  const codebook = codebookOf(snapshot, file);
  if (codebook === undefined) return undefined;
  const language = languageIn(codebook, options.language);
  const page: Page = { snapshot, codebook, language, words: wordsFor(language), width: options.width };
  const title = textIn(codebook, codebook.header.label, language);
  return {
    file,
    title: title === '' ? (codebook.header.codebook?.text ?? '') : title,
    languages: codebook.languages,
    language,
    state: stateOf(snapshot, codebook, page.words),
    stages: stagesOf(page, yield* entriesOf(page)),
  };
}

function languageIn({ languages }: Codebook, wanted: string): string {
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}

/** Stages in their order; a stage that is not declared, and none, come last together. */
function stagesOf(
  { codebook, language }: Page,
  entries: ReadonlyMap<string, readonly EntryPreview[]>,
): readonly StagePreview[] {
  const declared = [...codebook.stages.values()].map(({ id, label }): StagePreview => {
    const text = textIn(codebook, label, language);
    return { id: id.text, label: text === '' ? id.text : text, entries: entries.get(id.text) ?? [] };
  });
  const rest = [...entries].flatMap(([stage, some]) => (codebook.stages.has(stage) ? [] : some));
  return [
    ...declared.filter((stage) => stage.entries.length > 0),
    ...(rest.length === 0 ? [] : [{ id: '', label: '', entries: rest }]),
  ];
}

/** Questions in the order of asking, derived variables, then indicators, by stage. */
function* entriesOf(page: Page): Generator<void, ReadonlyMap<string, readonly EntryPreview[]>> {
  const { codebook } = page;
  const byStage = new Map<string, EntryPreview[]>();
  const put = (stage: string | undefined, entry: EntryPreview) => {
    const known = byStage.get(stage ?? '');
    if (known === undefined) byStage.set(stage ?? '', [entry]);
    else known.push(entry);
  };
  for (const variable of codebook.variables.values()) {
    put(variable.stage, variableEntry(page, variable));
    yield;
  }
  for (const indicator of codebook.indicators.values()) {
    put(resolveIndicator(codebook, indicator).stage, indicatorEntry(page, indicator));
    yield;
  }
  return byStage;
}
