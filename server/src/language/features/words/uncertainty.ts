import type { ExplainLanguage } from '../../expression';
import type { Assumption, Difference, Interval, NoInterval, NoUncertainty } from '../../shares/types';

/** The words of standard errors, intervals, differences and tests. Numbers are given as they are printed. */
export interface UncertaintyWords {
  /** What stands in brackets behind a number. */
  readonly inBrackets: (level: string, methods: string) => string;
  /** What stands in small print below a number, and as a line across its mark. */
  readonly inSmall: (level: string, methods: string) => string;
  readonly method: Readonly<Record<Interval['method'], string>>;
  readonly variance: Readonly<Record<Assumption['variance'], string>>;
  readonly calibration: string;
  /** Of one-sided intervals. */
  readonly atMost: (end: string) => string;
  readonly atLeast: (end: string) => string;
  readonly details: {
    readonly standardError: string;
    readonly degreesOfFreedom: string;
    readonly designEffect: string;
    readonly effectiveN: string;
    readonly points: (number: string) => string;
  };
  readonly noInterval: Readonly<Record<NoInterval['reason'], string>>;
  readonly noError: Readonly<Record<NoUncertainty, (stratum: string) => string>>;
  readonly differences: string;
  readonly rest: string;
  readonly pValue: string;
  /** Holm's. */
  readonly adjustedP: string;
  readonly withoutTest: Readonly<Record<NonNullable<Difference['withoutTest']>, string>>;
  /** How many comparisons a reader sees, and whether chance alone must be reckoned with. */
  readonly comparisons: (count: string, adjusted: boolean) => string;
  readonly independence: (first: string, second: string) => string;
  readonly noTest: Readonly<
    Record<'one_row_or_column' | 'suppressed' | 'lone_psu' | 'no_degrees_of_freedom' | 'not_defined', string>
  >;
}

const english: UncertaintyWords = {
  inBrackets: (level, methods) => `In brackets: ${level} confidence interval (${methods}).`,
  inSmall: (level, methods) => `Small print and lines: ${level} confidence interval (${methods}).`,
  method: {
    logit: 'logit',
    wilson: 'Wilson',
    beta: 'Korn–Graubard',
    likelihood: 'likelihood',
    mean: 'estimate ± t × standard error',
    asin: 'arcsine',
    wald: 'estimate ± t × standard error',
    woodruff: 'Woodruff',
  },
  variance: {
    respondents: 'The codebook states no sampling design: standard errors are as if each respondent were drawn independently.',
    design: 'Standard errors follow the sampling design that the codebook states.',
    replicates: 'Standard errors are from the replicate weights.',
    ignored: 'The sampling design is left out here: standard errors are as if each respondent were drawn independently.',
  },
  calibration: 'What the weights gain by calibration is not in them.',
  atMost: (end) => `at most ${end}`,
  atLeast: (end) => `at least ${end}`,
  details: {
    standardError: 'standard error',
    degreesOfFreedom: 'degrees of freedom',
    designEffect: 'design effect',
    effectiveN: 'effective n',
    points: (number) => `${number} points`,
  },
  noInterval: {
    no_degrees_of_freedom: 'no interval: there are no degrees of freedom',
    no_sampling_error: 'no interval: everybody is in the base',
    share_of_0_or_1: 'no interval at 0 or 100%',
    not_defined: 'no interval',
  },
  noError: {
    // A design that the data do not fit is taken for one lone unit; the checks say what does not fit.
    lone_psu: (stratum) =>
      stratum === ''
        ? 'There are no standard errors: the design does not fit the data, or has a single sampling unit.'
        : `There are no standard errors: stratum ${stratum} has one sampling unit (\`lone_psu\`).`,
    no_degrees_of_freedom: () => 'Some numbers have no standard error, as there are no degrees of freedom.',
    no_sampling_error: () => 'Some numbers have no standard error, as everybody in the population is in the base.',
    not_defined: () => 'Some numbers have no standard error.',
    suppressed: () => '',
  },
  differences: 'Difference',
  rest: 'all others',
  pValue: 'p',
  adjustedP: 'p (Holm)',
  withoutTest: {
    share_of_0_or_1: 'no test at 0 or 100%',
    suppressed: 'no test: suppressed',
    no_degrees_of_freedom: 'no test: no degrees of freedom',
    no_variance: 'no test: no standard error',
  },
  comparisons: (count, adjusted) =>
    adjusted
      ? `${count} comparisons, adjusted together (Holm).`
      : `${count} comparisons, not adjusted: one in twenty falls below 0.05 by chance alone.`,
  independence: (first, second) => `Independence of ${first} and ${second}`,
  noTest: {
    one_row_or_column: 'no test: fewer than two answers or groups',
    suppressed: 'no test: suppressed',
    lone_psu: 'no test: a stratum has one sampling unit',
    no_degrees_of_freedom: 'no test: no degrees of freedom',
    not_defined: 'no test',
  },
};

const swedish: UncertaintyWords = {
  inBrackets: (level, methods) => `Inom parentes: ${level} konfidensintervall (${methods}).`,
  inSmall: (level, methods) => `Finstilt och streck: ${level} konfidensintervall (${methods}).`,
  method: {
    logit: 'logit',
    wilson: 'Wilson',
    beta: 'Korn–Graubard',
    likelihood: 'likelihood',
    mean: 'skattning ± t × medelfel',
    asin: 'arcsinus',
    wald: 'skattning ± t × medelfel',
    woodruff: 'Woodruff',
  },
  variance: {
    respondents: 'Kodboken anger ingen urvalsdesign: medelfelen räknas som om varje svarande dragits oberoende.',
    design: 'Medelfelen följer den urvalsdesign som kodboken anger.',
    replicates: 'Medelfelen kommer ur replikatvikterna.',
    ignored: 'Urvalsdesignen används inte här: medelfelen räknas som om varje svarande dragits oberoende.',
  },
  calibration: 'Det som vikterna vinner på kalibrering ingår inte.',
  atMost: (end) => `högst ${end}`,
  atLeast: (end) => `minst ${end}`,
  details: {
    standardError: 'medelfel',
    degreesOfFreedom: 'frihetsgrader',
    designEffect: 'designeffekt',
    effectiveN: 'effektivt n',
    points: (number) => `${number} procentenheter`,
  },
  noInterval: {
    no_degrees_of_freedom: 'inget intervall: frihetsgrader saknas',
    no_sampling_error: 'inget intervall: alla ingår i basen',
    share_of_0_or_1: 'inget intervall vid 0 eller 100 %',
    not_defined: 'inget intervall',
  },
  noError: {
    lone_psu: (stratum) =>
      stratum === ''
        ? 'Medelfel saknas: designen stämmer inte med data, eller har en enda urvalsenhet.'
        : `Medelfel saknas: stratum ${stratum} har en enda urvalsenhet (\`lone_psu\`).`,
    no_degrees_of_freedom: () => 'Några tal saknar medelfel, eftersom frihetsgrader saknas.',
    no_sampling_error: () => 'Några tal saknar medelfel, eftersom hela populationen ingår i basen.',
    not_defined: () => 'Några tal saknar medelfel.',
    suppressed: () => '',
  },
  differences: 'Skillnad',
  rest: 'alla övriga',
  pValue: 'p',
  adjustedP: 'p (Holm)',
  withoutTest: {
    share_of_0_or_1: 'inget test vid 0 eller 100 %',
    suppressed: 'inget test: undertryckt',
    no_degrees_of_freedom: 'inget test: frihetsgrader saknas',
    no_variance: 'inget test: medelfel saknas',
  },
  comparisons: (count, adjusted) =>
    adjusted
      ? `${count} jämförelser, justerade tillsammans (Holm).`
      : `${count} jämförelser, inte justerade: en av tjugo hamnar under 0,05 av en slump.`,
  independence: (first, second) => `Oberoende mellan ${first} och ${second}`,
  noTest: {
    one_row_or_column: 'inget test: färre än två svar eller grupper',
    suppressed: 'inget test: undertryckt',
    lone_psu: 'inget test: ett stratum har en enda urvalsenhet',
    no_degrees_of_freedom: 'inget test: frihetsgrader saknas',
    not_defined: 'inget test',
  },
};

export const uncertaintyWords: Readonly<Record<ExplainLanguage, UncertaintyWords>> = { en: english, sv: swedish };
