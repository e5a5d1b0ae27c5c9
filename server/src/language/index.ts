/** The language core's only door: what the rooms around it may use. One group for each room. */

// checks: what may be wrong, and why it matters.
export { checkByCode, checks } from './checks';
export type * from './checks/check';
// expression: one small typed language.
export * from './expression';
// features: what an editor shows, as plain data.
export * from './features';
// model: declarations, codebooks, uses and universes.
export { bind, canBind, type Declared, namesLike } from './model/bind';
export { checkedExpression } from './model/checked';
export type * from './model/codebook';
export type * from './model/declarations';
export { declarationsOf } from './model/declared-names';
export { circlesOf, variablesNamedBy } from './model/dependencies';
export { type ExpressionSite, expressionsIn } from './model/expression-sites';
export { type FigureKey, figureKeys } from './model/figure-keys';
export { isInside, resolvePath } from './model/imports';
export { figureIndicator, resolveIndicator } from './model/indicators';
export { labelIn } from './model/labels';
export { type Answers, respondent } from './model/respondent';
export { type ExpressionPlace, scopeFor } from './model/scope';
export { universeOf, universeOfExpression } from './model/universe';
export { type Condition, findRespondent, type Search, type UniverseRelation, universeRelation } from './model/universe-algebra';
export { usesOf } from './model/uses';
export type * from './problem';
export { problemsOf, type SeveritySettings } from './problems';
export { type ReportedFix, type ReportedProblem, reportedProblems } from './reported';
// review: what was published, beside what is computed.
export { ledgerOf } from './review/ledger';
// shares: data with the codebook's meaning, and what is computed from them.
export { formatNumber, formatPercent, roundedEstimate, type Shares, type SubjectName, sharesOf } from './shares';
export type { BoundData } from './shares/bind';
export type * from './shares/types';
// syntax: texts as entries and tolerant trees.
export * from './syntax';
// text: offsets, lines and edits.
export * from './text/lines';
export { nearest } from './text/nearest';
export * from './text/span';

// workspace: the files at one moment.
export * from './workspace';
