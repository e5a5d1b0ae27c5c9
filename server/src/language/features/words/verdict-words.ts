import type { PrecisionMeasure } from '../../shares/policy';

/** What verdicts are made of in one language. Limits are given as finished words; what was measured is never told. */
export interface VerdictWords {
  readonly notShown: (why: string) => string;
  readonly withNote: (why: string) => string;
  /** Why rules of disclosure hold a number back; names of rules that are not listed read as `other`. */
  readonly disclosure: Readonly<Record<string, string>>;
  readonly other: string;
  /** What a broken rule of precision says, with its limit. */
  readonly precision: Readonly<Record<PrecisionMeasure, (limit: string) => string>>;
  /** What can't be judged, and so is not taken to be precise. */
  readonly notKnown: string;
  readonly by: (pack: string) => string;
  readonly and: string;
  readonly repair: {
    readonly mergeGroups: (groups: string, variable: string) => string;
    readonly mergeCategories: (categories: string) => string;
    readonly dropSplit: (variable: string) => string;
  };
}

export const verdictEnglish: VerdictWords = {
  notShown: (why) => `Not shown: ${why}.`,
  withNote: (why) => `To be read with care: ${why}.`,
  disclosure: {
    min_base: 'there are too few respondents in the base',
    min_count: 'it would tell of too few respondents',
    zero_or_hundred: 'it would tell something about everybody in the group',
    dominance: 'a few respondents make up most of it',
    p_percent: 'it would tell the largest contribution too closely',
    quantile_at_the_edge: 'too few respondents lie beyond it',
    differencing: 'with other numbers it would tell of too few respondents',
    secondary: 'with other numbers it would tell one that is not shown',
  },
  other: 'it would tell of single respondents',
  precision: {
    n: (limit) => `it rests on fewer than ${limit} respondents`,
    counted: (limit) => `it counts fewer than ${limit} respondents`,
    effective_n: (limit) => `its effective number of respondents is less than ${limit}`,
    df: (limit) => `its standard error has fewer than ${limit} degrees of freedom`,
    cv: (limit) => `its relative standard error is too large (limit ${limit})`,
    log_cv: (limit) => `the relative standard error of its logarithm is too large (limit ${limit})`,
    width: (limit) => `its confidence interval is too wide (limit ${limit})`,
    relative_width: (limit) => `its confidence interval is too wide for its size (limit ${limit} of the estimate)`,
    complement_relative_width: (limit) =>
      `its confidence interval is too wide for the share of the others (limit ${limit} of it)`,
    standard_error_over_curve: () => 'its standard error is large for a share of its size',
    zero_or_hundred: () => 'it is 0 or 100%',
  },
  notKnown: 'how precise it is can’t be told',
  by: (pack) => `rules ${pack}`,
  and: 'and',
  repair: {
    mergeGroups: (groups, variable) => `It could be shown for ${groups} of ${variable} together.`,
    mergeCategories: (categories) => `It could be shown for the answers ${categories} together.`,
    dropSplit: (variable) => `It could be shown without the split by ${variable}.`,
  },
};

export const verdictSwedish: VerdictWords = {
  notShown: (why) => `Visas inte: ${why}.`,
  withNote: (why) => `Bör läsas med försiktighet: ${why}.`,
  disclosure: {
    min_base: 'det är för få svarande i basen',
    min_count: 'talet skulle avslöja för få svarande',
    zero_or_hundred: 'talet skulle säga något om alla i gruppen',
    dominance: 'några få svarande står för det mesta av det',
    p_percent: 'talet skulle avslöja det största bidraget för noga',
    quantile_at_the_edge: 'för få svarande ligger bortom det',
    differencing: 'tillsammans med andra tal skulle det avslöja för få svarande',
    secondary: 'tillsammans med andra tal skulle det avslöja ett som inte visas',
  },
  other: 'talet skulle avslöja enskilda svarande',
  precision: {
    n: (limit) => `det bygger på färre än ${limit} svarande`,
    counted: (limit) => `det räknar färre än ${limit} svarande`,
    effective_n: (limit) => `det effektiva antalet svarande är mindre än ${limit}`,
    df: (limit) => `medelfelet har färre än ${limit} frihetsgrader`,
    cv: (limit) => `det relativa medelfelet är för stort (gräns ${limit})`,
    log_cv: (limit) => `logaritmens relativa medelfel är för stort (gräns ${limit})`,
    width: (limit) => `konfidensintervallet är för brett (gräns ${limit})`,
    relative_width: (limit) => `konfidensintervallet är för brett för talets storlek (gräns ${limit} av skattningen)`,
    complement_relative_width: (limit) => `konfidensintervallet är för brett för de övrigas andel (gräns ${limit} av den)`,
    standard_error_over_curve: () => 'medelfelet är stort för en andel av den storleken',
    zero_or_hundred: () => 'det är 0 eller 100\u00a0%',
  },
  notKnown: 'det går inte att säga hur säkert det är',
  by: (pack) => `regler ${pack}`,
  and: 'och',
  repair: {
    mergeGroups: (groups, variable) => `Talet kan visas för ${groups} tillsammans (${variable}).`,
    mergeCategories: (categories) => `Talet kan visas för svaren ${categories} tillsammans.`,
    dropSplit: (variable) => `Talet kan visas utan uppdelningen efter ${variable}.`,
  },
};
