import type { ExplainLanguage } from '../../expression';
import type { PrecisionMeasure, Reason, Repair, Verdict } from '../../shares/policy';
import { formatNumber, formatPercent } from '../../shares/rounding';
import { type VerdictWords, verdictEnglish, verdictSwedish } from './verdict-words';

/** What the names in a repair are called; ids where absent. */
export interface RepairNames {
  readonly variable: (id: string) => string;
  readonly group: (id: string, variable: string) => string;
  readonly category: (id: string) => string;
}

const ids: RepairNames = { variable: (id) => id, group: (id) => id, category: (id) => id };

/**
 * A verdict in sentences: why the number is not shown, or why to read it with care, then what would help. Both reasons are told,
 * disclosure first; never a count or an estimate. `''` for a number that may be shown.
 */
export function verdictText(verdict: Verdict, { language }: { readonly language: ExplainLanguage }, names = ids): string {
  if (verdict.action === 'publish') return '';
  const words = language === 'sv' ? verdictSwedish : verdictEnglish;
  const say = verdict.action === 'suppress' ? words.notShown : words.withNote;
  const why = [disclosureText(verdict.disclosure, words), precisionText(verdict.precision, words, language)];
  const reasons = why.flatMap((reason) => reason ?? []).join('; ');
  const repair = verdict.repair === undefined ? [] : [repairText(verdict.repair, words, names)];
  return [say(reasons), ...repair].join(' ');
}

function disclosureText(reason: Reason | undefined, words: VerdictWords): string | undefined {
  return reason === undefined ? undefined : (words.disclosure[reason.rule] ?? words.other);
}

function precisionText(reason: Reason | undefined, words: VerdictWords, language: ExplainLanguage): string | undefined {
  if (reason === undefined || reason.action === 'publish') return undefined;
  const { measure, limit = 0, rule, pack } = reason;
  const why =
    measure === undefined || rule.endsWith('_not_known')
      ? words.notKnown
      : words.precision[measure](limitText(measure, limit, language));
  return pack === undefined || pack === 'own' ? why : `${why} (${words.by(pack)})`;
}

function limitText(measure: PrecisionMeasure, limit: number, language: ExplainLanguage): string {
  if (isRatio(measure)) return formatPercent(limit * 100, decimalsOf(limit * 100), language);
  return formatNumber(limit, decimalsOf(limit), language);
}

function isRatio(measure: PrecisionMeasure): boolean {
  return measure !== 'n' && measure !== 'counted' && measure !== 'effective_n' && measure !== 'df';
}

function decimalsOf(limit: number): number {
  return Number.isInteger(Number(limit.toPrecision(12))) ? 0 : 1;
}

function repairText(repair: Repair, words: VerdictWords, names: RepairNames): string {
  const joined = (labels: readonly string[]): string => labels.join(` ${words.and} `);
  switch (repair.kind) {
    case 'merge_groups': {
      const { variable, groups } = repair;
      return words.repair.mergeGroups(joined(groups.map((id) => names.group(id, variable))), names.variable(variable));
    }
    case 'merge_categories':
      return words.repair.mergeCategories(joined(repair.categories.map(names.category)));
    case 'drop_split':
      return words.repair.dropSplit(names.variable(repair.variable));
  }
}
