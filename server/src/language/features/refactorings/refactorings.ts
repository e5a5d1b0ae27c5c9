import type { ExplainLanguage } from '../../expression';
import { cursorAt } from '../../syntax';
import type { Span } from '../../text/span';
import { codebookOf, type Snapshot } from '../../workspace';
import { toBattery } from './battery';
import { extractDerived } from './extract-derived';
import { extractScale } from './extract-scale';
import { inlineScale } from './inline-scale';
import { missingLabels } from './missing-labels';
import { sortByStage } from './sort-by-stage';
import type { Refactor, Refactoring } from './types';

/** The refactorings that can be made of what is selected; nothing is said of those that can't. */
export function refactoringsAt(
  snapshot: Snapshot,
  file: string,
  range: Span,
  language: ExplainLanguage = 'en',
): readonly Refactoring[] {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return [];
  const { entry, start } = cursorAt(syntax, range.start).placed;
  const span = { start: range.start - start, end: range.end - start };
  return refactors.flatMap((refactor) => refactor({ snapshot, file, syntax, codebook, entry, start, span, language }));
}

const refactors: readonly Refactor[] = [extractScale, extractDerived, inlineScale, toBattery, missingLabels, sortByStage];
