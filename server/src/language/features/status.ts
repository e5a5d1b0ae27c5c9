import { undecidedRouting } from '../checks/routing/undecided';
import type { ExplainLanguage } from '../expression';
import type { Severity } from '../problem';
import type { DataState } from '../shares/types';
import type { Snapshot } from '../workspace';
import { hasLenses, mostLensed } from './lenses/lenses';
import { countedLine } from './numbers/counted';
import { countText } from './numbers/text';
import { type Page, pageOf } from './page';
import { type StatusWords, statusWords } from './words/status';

/** Where the checking of a file stands, in sentences. */
export interface CodebookStatus {
  /** What is checked: "142 questions, 38 indicators, 1,396 rows of data". */
  readonly checked: string;
  /** What was found: "2 errors, 1 warning". */
  readonly problems: string;
  /** What is not checked, not read or not shown, and why: `[]` where everything is. */
  readonly limits: readonly string[];
  /** Something is being read or checked: what is said may soon be otherwise. */
  readonly busy: boolean;
}

/** What the last check of a file found, and how much of it an editor was sent. */
export interface ProblemCounts {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly hidden: number;
}

/**
 * `counts` are `undefined` while the file is being checked; which limits that reaches is known when it is done. Yields between questions; `undefined` for a file that is not there.
 */
export function* statusSteps(
  snapshot: Snapshot,
  file: string,
  counts: ProblemCounts | undefined,
  language: ExplainLanguage,
): Generator<void, CodebookStatus | undefined> {
  const page = pageOf(snapshot, file, language);
  if (page === undefined) return undefined;
  const words = statusWords[language];
  const data = snapshot.data.get(file) ?? { kind: 'none' };
  const undecided = counts === undefined ? 0 : yield* undecidedRouting(page.codebook);
  return {
    checked: checkedText(page, data, words),
    problems: counts === undefined ? words.checking : problemsText(page, counts, words),
    limits: [
      ...dataLimit(data, words),
      ...hiddenLimit(page, counts, words),
      ...(undecided === 0 ? [] : [words.undecided(undecided, countText(undecided, page.words))]),
      ...lensLimit(page, words),
    ],
    busy: counts === undefined || data.kind === 'loading',
  };
}

function checkedText({ codebook, words: own }: Page, data: DataState, words: StatusWords): string {
  const { questions, indicators, figures } = codebook;
  const sizes = { questions: questions.size, indicators: indicators.size, figures: figures.size };
  const all = countedLine(sizes, own) || words.empty;
  const file = codebook.data?.file?.text ?? '';
  switch (data.kind) {
    case 'ready':
      return [all, words.rows(data.table.rows, countText(data.table.rows, own))].join(', ');
    case 'loading':
      return [all, words.reading(file)].join(', ');
    case 'none':
    case 'untrusted':
    case 'failed':
      return [all, words.withoutData].join(', ');
  }
}

const severities = ['error', 'warning', 'hint'] as const;

function problemsText({ words: own }: Page, { bySeverity }: ProblemCounts, words: StatusWords): string {
  const parts = severities.flatMap((severity) => {
    const count = bySeverity[severity];
    return count === 0 ? [] : [words.problems[severity](count, countText(count, own))];
  });
  return parts.length === 0 ? words.noProblems : parts.join(', ');
}

function dataLimit(data: DataState, words: StatusWords): readonly string[] {
  if (data.kind === 'untrusted') return [words.untrusted];
  return data.kind === 'failed' ? [words.failed(data.reason.message.replaceAll('`', ''))] : [];
}

function hiddenLimit({ words: own }: Page, counts: ProblemCounts | undefined, words: StatusWords): readonly string[] {
  if (counts === undefined || counts.hidden === 0) return [];
  const { error, warning, hint } = counts.bySeverity;
  return [words.hidden(countText(counts.hidden, own), countText(error + warning + hint - counts.hidden, own))];
}

function lensLimit({ snapshot, codebook, words: own }: Page, words: StatusWords): readonly string[] {
  return hasLenses(snapshot, codebook.file) ? [] : [words.noLenses(countText(mostLensed, own))];
}
