import {
  type Codebook,
  codebookFiles,
  codebookOf,
  completionsAt,
  definitionAt,
  fixesAt,
  highlightsAt,
  hoverAt,
  inlaysIn,
  ledgerOf,
  lensesOf,
  lensTitle,
  lineageAt,
  locate,
  outlineOf,
  refactoringsAt,
  referencesAt,
  renamableAt,
  renamingAt,
  reportedProblems,
  type SeveritySettings,
  type Snapshot,
  sharesOf,
  signatureAt,
  tokensOf,
  universeOf,
  usesOf,
} from '../../server/src/language';
import type { Place } from '../../server/src/language/syntax/entry';

/** Everything that can be told of every file, as text: what is wrong and how to mend it, what names mean, and the numbers. */
export function told(snapshot: Snapshot, settings: SeveritySettings = {}): string {
  const files = codebookFiles(snapshot);
  return files.map((file) => asText(snapshot, { file, ...toldOfFile(snapshot, file, settings) })).join('\n');
}

/** What is wrong with one file, with the fixes. */
export function toldProblems(snapshot: Snapshot, file: string, settings: SeveritySettings = {}): string {
  return asText(snapshot, problemsIn(snapshot, file, settings));
}

function toldOfFile(snapshot: Snapshot, file: string, settings: SeveritySettings) {
  const codebook = codebookOf(snapshot, file);
  return {
    problems: problemsIn(snapshot, file, settings),
    ...(codebook === undefined ? {} : { ...toldOfNames(codebook), ...toldOfNumbers(snapshot, file, codebook) }),
  };
}

function problemsIn(snapshot: Snapshot, file: string, settings: SeveritySettings) {
  return reportedProblems(snapshot, file, settings).map(({ fixes, ...problem }) => ({ ...problem, fixes: [...fixes] }));
}

function toldOfNames(codebook: Codebook) {
  const { stages, frames, scales, questions, derived, indicators, figures } = codebook;
  const kinds = { stages, frames, scales, questions, derived, indicators, figures };
  return {
    ids: Object.entries(kinds).map(([kind, byId]) => [kind, ...byId.keys()]),
    head: [codebook.languages, codebook.files, codebook.defaults?.by?.length, codebook.data?.file?.text],
    variables: [...codebook.variables.values()].map(({ name, type, labels, stage, items, column }) => ({
      name,
      type,
      labels,
      stage,
      items,
      column,
      universe: ['', ...items.map(({ id }) => id)].map((item) =>
        universeOf(codebook, name, item === '' ? undefined : item).map(({ expression }) => expression.parsed.text),
      ),
    })),
    uses: usesOf(codebook).map(({ kind, name, owner, declares }) => [kind, name, owner, declares]),
  };
}

function toldOfNumbers(snapshot: Snapshot, file: string, codebook: Codebook) {
  const state = snapshot.data.get(file);
  if (state?.kind !== 'ready') return { ledger: ledgerOf(codebook, undefined) };
  const { bound, tables } = sharesOf(codebook, state.table);
  const kinds = ['question', 'derived', 'indicator'] as const;
  const ids = { question: codebook.questions, derived: codebook.derived, indicator: codebook.indicators };
  return {
    shares: kinds.flatMap((kind) => [...ids[kind].keys()].map((id) => tables({ kind, id }))),
    findings: bound.findings(),
    weighted: bound.weighted,
    ledger: ledgerOf(codebook, bound),
  };
}

/** What an editor shows at a place of a file, given as a share of it, and in the file as a whole. */
export function shownAt(snapshot: Snapshot, file: string, text: string, share: number): string {
  const at = Math.floor(share * text.length);
  const span = { start: at, end: Math.min(text.length, at + 200) };
  const item = lineageAt(snapshot, file, at);
  return asText(snapshot, {
    hover: hoverAt(snapshot, file, at, 'sv'),
    completions: completionsAt(snapshot, file, at, 'en'),
    definition: definitionAt(snapshot, file, at),
    references: referencesAt(snapshot, file, at, true),
    highlights: highlightsAt(snapshot, file, at),
    signature: signatureAt(snapshot, file, at, 'en'),
    renamable: renamableAt(snapshot, file, at, 'en'),
    renaming: renamingAt(snapshot, file, at, 'renamed', 'en'),
    fixes: fixesAt(snapshot, file, span),
    refactorings: refactoringsAt(snapshot, file, { start: at, end: at }),
    inlays: inlaysIn(snapshot, file, span, 'sv'),
    lenses: lensesOf(snapshot, file)
      .slice(0, 10)
      .map((lens) => [lens, lensTitle(snapshot, file, lens, 'sv')]),
    outline: outlineOf(snapshot, file),
    tokens: tokensOf(snapshot, file),
    lineage: item,
  });
}

/** Values as text that is the same for what is the same to a reader: places are where they stand, whatever their entry is. */
export function asText(snapshot: Snapshot, value: unknown): string {
  const plain = (_key: string, part: unknown): unknown => {
    if (isPlace(part)) return locate(snapshot, part) ?? 'nowhere';
    if (isPlain(part)) return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
    if (part instanceof Map || part instanceof Set) return [...part];
    if (ArrayBuffer.isView(part)) return Array.from(part as Float64Array);
    if (typeof part === 'number' && !Number.isFinite(part)) return String(part);
    return part === undefined ? null : part;
  };
  return JSON.stringify(value, plain, 1);
}

/** The two readers of a file write the same things in another order. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'entry' in value && 'span' in value;
}
