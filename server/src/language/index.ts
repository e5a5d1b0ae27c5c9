/** The language core's only door: what the rooms around it use, and no more. One group for each room. */

// checks: what may be wrong, and why it matters.
export { checkByCode, checks } from './checks';
export type * from './checks/check';
export { hasSoundDefinition } from './checks/expressions/sound';
// expression: values as expressions know them.
export type { ScalarType } from './expression/types';
export { known, type MissingKind, missing, type Value } from './expression/value';
// features: what an editor shows, as plain data.
export * from './features';
// model: declarations, codebooks, uses and universes.
export { bind } from './model/bind';
export { checkedExpression } from './model/checked';
export type * from './model/codebook';
export type * from './model/declarations';
export { declarationsOf } from './model/declared-names';
export { circlesOf, variablesNamedBy } from './model/dependencies';
export { expressionsIn } from './model/expression-sites';
export { isInside, resolvePath } from './model/imports';
export { figureIndicator, intervalOf, resolveIndicator } from './model/indicators';
export { labelIn } from './model/labels';
export { respondent } from './model/respondent';
export { universeOf } from './model/universe';
export { type Condition, findRespondent, type Search, universeRelation } from './model/universe-algebra';
export { usesOf } from './model/uses';
export type * from './problem';
export { problemsOf, type SeveritySettings } from './problems';
export { type ReportedFix, type ReportedProblem, reportedProblems, reportedSteps } from './reported';
// review: what was published, beside what is computed.
export { ledgerOf } from './review/ledger';
// shares: data with the codebook's meaning, and what is computed from them.
export {
  type Asked,
  type AskedResult,
  compareWaves,
  comparisonsIn,
  formatNumber,
  formatPercent,
  isSuppressed,
  publishedTables,
  readAsked,
  requestsFor,
  roundedEstimate,
  type Shares,
  type SubjectName,
  sharesOf,
  subjectsOf,
  toldCount,
} from './shares';
export type { BoundData } from './shares/bind';
export type { Engine, TabulationRequest, TabulationResult } from './shares/engine';
export type * from './shares/types';
export type * from './shares/waves/types';
// sql: what is counted, as one statement for a database.
export * from './sql';
// syntax: texts as entries.
export { editFile, offsetAt, positionAt, readFile, readWhole, textBetween } from './syntax';
export type { Entry, FileSyntax } from './syntax/entry';
// text: offsets, lines and edits.
export type { Position } from './text/lines';
export { nearest } from './text/nearest';
export { applyEdits, type Span, type TextEdit } from './text/span';
// verify: the same numbers by R and by SPSS or PSPP.
export {
  type Disagreement,
  type EngineName,
  type EngineScript,
  type Quantity,
  rResultsFile,
  type SubjectAgreement,
  subjectNames,
  verificationOf,
} from './verify';
// workspace: the files at one moment.
export * from './workspace';
