import type { ExplainLanguage } from '../../expression';
import { formatNumber } from '../../shares/rounding';

/** The words of completions in one language. */
export interface CompletionWords {
  /** Of a column: how many different values it has. */
  readonly values: (count: number) => string;
  /** Of a code: how many answers have it. */
  readonly answers: (count: number) => string;
  /** Of the beginning of column names: how many begin so. */
  readonly columns: (count: number) => string;
  /** What is offered for a name that nothing declares. */
  readonly createScale: (id: string) => string;
  readonly newScale: string;
  /** What an entry is that a template writes, by section and template. */
  readonly entries: Readonly<Record<string, string>>;
}

export function completionWords(language: ExplainLanguage): CompletionWords {
  return language === 'sv' ? swedish : english;
}

const english: CompletionWords = {
  values: (count) => counted(count, 'value', 'values', 'en'),
  answers: (count) => counted(count, 'answer', 'answers', 'en'),
  columns: (count) => counted(count, 'column', 'columns', 'en'),
  createScale: (id) => `Create scale \`${id}\``,
  newScale: 'new scale',
  entries: {
    single: 'new question: one answer on a scale',
    battery: 'new question: several items on one scale',
    multiple: 'new question: tick all that apply',
    number: 'new question: a number',
    text: 'new question: a text',
    date: 'new question: a date',
    scale: 'new scale',
    yes_no: 'new scale of yes and no',
    ordered: 'new scale with an order',
    value: 'new derived variable: a condition or number',
    merge: 'new derived variable: merged categories',
    classes: 'new derived variable: classes by conditions',
    stage: 'new stage',
    frame: 'new frame: sent and responded',
    sum: 'new frame: the sum of others',
    share: 'new indicator: a share',
    distribution: 'new indicator: a distribution',
    mean: 'new indicator: a mean',
    median: 'new indicator: a median',
    quantile: 'new indicator: quantiles',
    total: 'new indicator: a total',
    count: 'new indicator: a count',
    ratio: 'new indicator: a ratio',
    alpha: 'new indicator: Cronbach’s alpha',
    indicator: 'new figure: of an indicator',
    of: 'new figure: of a variable',
    frames: 'new figure: response rates',
    test: 'new test',
    category: 'new category',
    missing: 'new missing answer',
    group: 'new group of categories',
    item: 'new item',
  },
};

const swedish: CompletionWords = {
  values: (count) => counted(count, 'värde', 'värden', 'sv'),
  answers: (count) => counted(count, 'svar', 'svar', 'sv'),
  columns: (count) => counted(count, 'kolumn', 'kolumner', 'sv'),
  createScale: (id) => `Skapa skalan \`${id}\``,
  newScale: 'ny skala',
  entries: {
    single: 'ny fråga: ett svar på en skala',
    battery: 'ny fråga: flera delfrågor på en skala',
    multiple: 'ny fråga: flera svar får kryssas',
    number: 'ny fråga: ett tal',
    text: 'ny fråga: en text',
    date: 'ny fråga: ett datum',
    scale: 'ny skala',
    yes_no: 'ny skala med ja och nej',
    ordered: 'ny skala med ordning',
    value: 'ny härledd variabel: ett villkor eller tal',
    merge: 'ny härledd variabel: sammanslagna alternativ',
    classes: 'ny härledd variabel: klasser efter villkor',
    stage: 'nytt steg',
    frame: 'ny ram: utskick och svar',
    sum: 'ny ram: summan av andra',
    share: 'ny indikator: en andel',
    distribution: 'ny indikator: en fördelning',
    mean: 'ny indikator: ett medelvärde',
    median: 'ny indikator: en median',
    quantile: 'ny indikator: kvantiler',
    total: 'ny indikator: en total',
    count: 'ny indikator: ett antal',
    ratio: 'ny indikator: en kvot',
    alpha: 'ny indikator: Cronbachs alfa',
    indicator: 'ny uppgift: av en indikator',
    of: 'ny uppgift: av en variabel',
    frames: 'ny uppgift: svarsandelar',
    test: 'nytt test',
    category: 'nytt svarsalternativ',
    missing: 'nytt svar som saknas',
    group: 'ny sammanslagning',
    item: 'ny delfråga',
  },
};

function counted(count: number, one: string, several: string, language: ExplainLanguage): string {
  return `${formatNumber(count, 0, language)} ${count === 1 ? one : several}`;
}
