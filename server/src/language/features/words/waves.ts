import type { ExplainLanguage } from '../../expression';
import type { DisparityAspect, SeparateRounds } from '../../shares/waves/types';
import { uncertaintyWords } from './uncertainty';
import type { Words } from './words';

/** The words of a comparison of two rounds. */
export interface WaveWords {
  readonly earlier: string;
  readonly now: string;
  readonly difference: string;
  /** How many units are in both. */
  readonly inBoth: Readonly<Record<'respondents' | 'sampling_units', (both: string, earlier: string, now: string) => string>>;
  readonly moved: (count: string) => string;
  readonly populations: (used: string, stated: string) => string;
  readonly separate: Readonly<Record<SeparateRounds['reason'], string>>;
  readonly onlyIn: Readonly<Record<'earlier' | 'now', (names: string) => string>>;
  /** Stands above what differs, and `mark` behind every number it concerns. */
  readonly notAlike: (mark: string) => string;
  readonly disparity: Readonly<Record<DisparityAspect, (told: ToldDisparity) => string>>;
  readonly nothing: string;
  /** How many differences are tested, and whether chance alone must be reckoned with. */
  readonly comparisons: (count: string, adjusted: boolean) => string;
}

/** What differs, with its names in backticks. */
export interface ToldDisparity {
  readonly of: string;
  /** Items, categories or groups: ` (a, b)`, or `''`. */
  readonly parts: string;
  /** Languages of a wording: ` (sv, en)`, or `''`. */
  readonly languages: string;
  readonly earlier: string;
  readonly now: string;
}

/** `P6M14D` as "6 months 14 days". */
function lasting(duration: string, months: string, days: string): string {
  return duration.slice(1).replace('M', ` ${months} `).replace('D', ` ${days}`).trim();
}

const english: WaveWords = {
  earlier: 'earlier',
  now: 'now',
  difference: 'difference',
  inBoth: {
    respondents: (both, earlier, now) =>
      `${both} respondents are in both rounds (of ${earlier} and ${now}): the errors of the differences allow for it.`,
    sampling_units: (both, earlier, now) =>
      `${both} sampling units are in both rounds (of ${earlier} and ${now}): the errors of the differences allow for it.`,
  },
  moved: (count) => `${count} of both rounds are in another stratum now: for them the overlap is ignored.`,
  populations: (used, stated) =>
    `The population counts as finite in ${used} of ${stated} strata, where both rounds drew the same units; elsewhere as infinite, conservative.`,
  separate: {
    no_id: 'Overlap ignored, conservative: without `data.id` in both, nobody knows which respondents are in both rounds.',
    unit_differs: 'Overlap ignored, conservative: the rounds have different units (`unit.type`).',
    replicates: 'Overlap ignored, conservative: replicate weights do not tell which units are in both rounds.',
    designs_differ: 'Overlap ignored, conservative: the sampling designs of the rounds are not built alike.',
    broken_design: 'Overlap ignored: a sampling design does not fit its data.',
    no_unit_in_both: 'No unit is in both rounds: they are independent.',
  },
  onlyIn: {
    earlier: (names) => `Not compared, as the later round has not got it: ${names}.`,
    now: (names) => `Not compared, as the earlier round had not got it: ${names}.`,
  },
  notAlike: (mark) => `${mark} Not alike in both rounds:`,
  disparity: {
    reference_period: ({ earlier, now }) =>
      `The reference period is ${lasting(now, 'months', 'days')}; it was ${lasting(earlier, 'months', 'days')}.`,
    unit: ({ earlier, now }) => `The unit is ${now}; it was ${earlier}.`,
    measure: ({ of, earlier, now }) => `${of} is computed as ${now}; it was ${earlier}.`,
    definition: ({ of, earlier, now }) => `${of} is not defined the same way: ${now}; it was ${earlier}.`,
    among: ({ of, earlier, now }) => `${of} is not among the same: ${now}; it was ${earlier}.`,
    base: ({ of, earlier, now }) => `The base of ${of} is ${now}; it was ${earlier}.`,
    weight: ({ of, earlier, now }) => `${of} is ${now}; it was ${earlier}.`,
    kind: ({ of, earlier, now }) => `${of} is of another kind: ${now}; it was ${earlier}.`,
    text: ({ of, languages }) => `${of} is not asked the same way: the text differs${languages}.`,
    items: ({ of, earlier, now }) => `${of} has not the same items: ${now}; they were ${earlier}.`,
    item_text: ({ of, parts, languages }) => `${of} is not asked the same way: the text of items differs${parts}${languages}.`,
    answers: ({ of, earlier, now }) => `${of} has not the same answers: ${now}; they were ${earlier}.`,
    answer_text: ({ of, parts, languages }) =>
      `${of} is not asked the same way: the text of answers differs${parts}${languages}.`,
    codes: ({ of, parts }) => `${of} has other codes in the data${parts}.`,
    scores: ({ of, parts }) => `${of} has other scores${parts}.`,
    groups: ({ of, parts, earlier, now }) => `${of} has not the same groups of answers${parts}: ${now}; it was ${earlier}.`,
    missing: ({ of, earlier, now }) => `Missing answers to ${of} are not treated alike: ${now}; it was ${earlier}.`,
    range: ({ of, earlier, now }) => `${of} has the range ${now}; it was ${earlier}.`,
    routing: ({ of, parts, earlier, now }) => `${of} is not asked of the same${parts}: ${now}; it was ${earlier}.`,
    unknown: ({ of, earlier, now }) => `${of} has another rule for unknown items: ${now}; it was ${earlier}.`,
  },
  nothing: 'nothing stated',
  comparisons: uncertaintyWords.en.comparisons,
};

const swedish: WaveWords = {
  earlier: 'förr',
  now: 'nu',
  difference: 'skillnad',
  inBoth: {
    respondents: (both, earlier, now) =>
      `${both} svarande finns i båda omgångarna (av ${earlier} och ${now}): skillnadernas medelfel tar hänsyn till det.`,
    sampling_units: (both, earlier, now) =>
      `${both} urvalsenheter finns i båda omgångarna (av ${earlier} och ${now}): skillnadernas medelfel tar hänsyn till det.`,
  },
  moved: (count) => `${count} i båda omgångarna är i ett annat stratum nu: för dem bortses från överlappet.`,
  populations: (used, stated) =>
    `Populationen räknas som ändlig i ${used} av ${stated} strata, där båda omgångarna har samma urval; annars som oändlig, vilket är försiktigt.`,
  separate: {
    no_id:
      'Överlappet räknas inte, vilket är försiktigt: utan `data.id` i båda vet ingen vilka svarande som är med båda gångerna.',
    unit_differs: 'Överlappet räknas inte, vilket är försiktigt: omgångarna har olika enheter (`unit.type`).',
    replicates:
      'Överlappet räknas inte, vilket är försiktigt: replikatvikter säger inte vilka enheter som är med båda gångerna.',
    designs_differ: 'Överlappet räknas inte, vilket är försiktigt: omgångarnas urvalsdesigner är inte byggda på samma sätt.',
    broken_design: 'Överlappet räknas inte: en urvalsdesign passar inte sina data.',
    no_unit_in_both: 'Ingen enhet är med båda gångerna: omgångarna är oberoende.',
  },
  onlyIn: {
    earlier: (names) => `Jämförs inte, eftersom den senare omgången saknar det: ${names}.`,
    now: (names) => `Jämförs inte, eftersom den tidigare omgången saknade det: ${names}.`,
  },
  notAlike: (mark) => `${mark} Inte lika i båda omgångarna:`,
  disparity: {
    reference_period: ({ earlier, now }) =>
      `Referensperioden är ${lasting(now, 'månader', 'dagar')}; den var ${lasting(earlier, 'månader', 'dagar')}.`,
    unit: ({ earlier, now }) => `Enheten är ${now}; den var ${earlier}.`,
    measure: ({ of, earlier, now }) => `${of} räknas som ${now}; det var ${earlier}.`,
    definition: ({ of, earlier, now }) => `${of} är inte definierad på samma sätt: ${now}; det var ${earlier}.`,
    among: ({ of, earlier, now }) => `${of} är inte bland samma: ${now}; det var ${earlier}.`,
    base: ({ of, earlier, now }) => `Basen för ${of} är ${now}; den var ${earlier}.`,
    weight: ({ of, earlier, now }) => `${of} är ${now}; det var ${earlier}.`,
    kind: ({ of, earlier, now }) => `${of} är av annat slag: ${now}; det var ${earlier}.`,
    text: ({ of, languages }) => `${of} är inte ställd på samma sätt: texten skiljer sig${languages}.`,
    items: ({ of, earlier, now }) => `${of} har inte samma delfrågor: ${now}; de var ${earlier}.`,
    item_text: ({ of, parts, languages }) =>
      `${of} är inte ställd på samma sätt: delfrågors text skiljer sig${parts}${languages}.`,
    answers: ({ of, earlier, now }) => `${of} har inte samma svar: ${now}; de var ${earlier}.`,
    answer_text: ({ of, parts, languages }) =>
      `${of} är inte ställd på samma sätt: svarens text skiljer sig${parts}${languages}.`,
    codes: ({ of, parts }) => `${of} har andra koder i data${parts}.`,
    scores: ({ of, parts }) => `${of} har andra poäng${parts}.`,
    groups: ({ of, parts, earlier, now }) => `${of} har inte samma svarsgrupper${parts}: ${now}; det var ${earlier}.`,
    missing: ({ of, earlier, now }) => `Bortfall på ${of} behandlas inte lika: ${now}; det var ${earlier}.`,
    range: ({ of, earlier, now }) => `${of} har intervallet ${now}; det var ${earlier}.`,
    routing: ({ of, parts, earlier, now }) => `${of} ställs inte till samma${parts}: ${now}; det var ${earlier}.`,
    unknown: ({ of, earlier, now }) => `${of} har en annan regel för okända svar: ${now}; det var ${earlier}.`,
  },
  nothing: 'inget angivet',
  comparisons: uncertaintyWords.sv.comparisons,
};

const waveWords: Readonly<Record<ExplainLanguage, WaveWords>> = { en: english, sv: swedish };

export function waveWordsFor({ language }: Pick<Words, 'language'>): WaveWords {
  return waveWords[language];
}
