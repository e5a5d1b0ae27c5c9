import type { ExplainLanguage } from '../../expression';
import type { Severity } from '../../problem';

/** The words of the status: what is checked, how many problems, and which limits were reached. Numbers are given as text. */
export interface StatusWords {
  readonly counted: Readonly<Record<'scales' | 'questions' | 'derived' | 'indicators' | 'figures', Counted>>;
  readonly empty: string;
  readonly rows: Counted;
  readonly withoutData: string;
  readonly reading: (file: string) => string;
  readonly problems: Readonly<Record<Severity, Counted>>;
  readonly noProblems: string;
  readonly checking: string;
  readonly untrusted: string;
  readonly failed: (reason: string) => string;
  readonly hidden: (count: string, most: string) => string;
  readonly undecided: Counted;
  readonly noLenses: (most: string) => string;
}

type Counted = (count: number, written: string) => string;

export const statusWords: Readonly<Record<ExplainLanguage, StatusWords>> = {
  en: {
    counted: {
      scales: (count, written) => (count === 1 ? '1 scale' : `${written} scales`),
      questions: (count, written) => (count === 1 ? '1 question' : `${written} questions`),
      derived: (count, written) => (count === 1 ? '1 derived variable' : `${written} derived variables`),
      indicators: (count, written) => (count === 1 ? '1 indicator' : `${written} indicators`),
      figures: (count, written) => (count === 1 ? '1 figure' : `${written} figures`),
    },
    empty: 'Nothing is declared yet',
    rows: (count, written) => (count === 1 ? '1 row of data' : `${written} rows of data`),
    withoutData: 'without data',
    reading: (file) => `reading ${file}`,
    problems: {
      error: (count, written) => (count === 1 ? '1 error' : `${written} errors`),
      warning: (count, written) => (count === 1 ? '1 warning' : `${written} warnings`),
      hint: (count, written) => (count === 1 ? '1 hint' : `${written} hints`),
    },
    noProblems: 'no problems',
    checking: 'checking …',
    untrusted: 'Data are not read: the workspace is not trusted.',
    failed: (reason) => `Data are not read: ${reason}`,
    hidden: (count, most) => `${count} problems are not shown: at most ${most} are, errors first.`,
    undecided: (count, written) =>
      `${count === 1 ? '1 routing condition is' : `${written} routing conditions are`} not compared with those above: too many combinations of answers, or arithmetic.`,
    noLenses: (most) => `No code lenses: there are more than ${most} declarations.`,
  },
  sv: {
    counted: {
      scales: (count, written) => (count === 1 ? '1 svarsskala' : `${written} svarsskalor`),
      questions: (count, written) => (count === 1 ? '1 fråga' : `${written} frågor`),
      derived: (count, written) => (count === 1 ? '1 härledd variabel' : `${written} härledda variabler`),
      indicators: (count, written) => (count === 1 ? '1 indikator' : `${written} indikatorer`),
      figures: (count, written) => (count === 1 ? '1 uppgift' : `${written} uppgifter`),
    },
    empty: 'Inget är deklarerat ännu',
    rows: (count, written) => (count === 1 ? '1 rad data' : `${written} rader data`),
    withoutData: 'utan data',
    reading: (file) => `läser ${file}`,
    problems: {
      error: (count, written) => `${count === 1 ? '1' : written} fel`,
      warning: (count, written) => (count === 1 ? '1 varning' : `${written} varningar`),
      hint: (count, written) => (count === 1 ? '1 tips' : `${written} tips`),
    },
    noProblems: 'inga problem',
    checking: 'kontrollerar …',
    untrusted: 'Data läses inte: arbetsytan är inte betrodd.',
    failed: (reason) => `Data läses inte: ${reason}`,
    hidden: (count, most) => `${count} problem visas inte: högst ${most} visas, fel först.`,
    undecided: (count, written) =>
      `${count === 1 ? '1 hoppvillkor' : `${written} hoppvillkor`} jämförs inte med dem ovanför: för många kombinationer av svar, eller aritmetik.`,
    noLenses: (most) => `Inga kodlinser: det finns fler än ${most} deklarationer.`,
  },
};
