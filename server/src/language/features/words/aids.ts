import type { ExplainLanguage, FunctionInfo } from '../../expression';
import type { LedgerLine } from '../../shares/types';

/** The words of reading aids beside the text: signatures, inlay hints, code lenses and the status. */
export interface AidWords {
  /** What the arguments of a function are. */
  readonly takes: Readonly<Record<FunctionInfo['takes'], string>>;
  readonly more: string;
  readonly uses: (count: number, written: string) => string;
  /** Of an indicator that no published figure names. */
  readonly unpublished: string;
  /** Of the published numbers of a figure, how many are equal to those computed. */
  readonly published: (comparison: string) => string;
  /** Numbers by the groups of a variable. */
  readonly by: (numbers: string, variable: string) => string;
  /** A range of numbers over the items of a battery. */
  readonly ofItems: (range: string, count: number) => string;
  readonly ledger: Readonly<Record<LedgerLine['status'], (count: number) => string>>;
  readonly preview: string;
  readonly comparison: { readonly published: string; readonly computed: string };
  readonly language: { readonly name: string; readonly first: string };
  readonly inheritedBase: string;
  readonly inheritedBy: string;
  readonly columns: string;
}

export const aidWords: Readonly<Record<ExplainLanguage, AidWords>> = {
  en: {
    takes: {
      conditions: 'A condition. A battery gives one for each of its items.',
      numbers: 'A number or a score. A battery gives one for each of its items.',
      category: 'A question or an item on a scale whose categories have scores.',
      anything: 'A question, an item or a derived variable.',
    },
    more: 'More of the same, with commas between.',
    uses: (count, written) => (count === 0 ? 'not used' : count === 1 ? '1 use' : `${written} uses`),
    unpublished: 'no published figure',
    published: (comparison) => `published numbers: ${comparison}`,
    by: (numbers, variable) => (numbers === '' ? '' : `${numbers} by ${variable}`),
    ofItems: (range, count) => (count === 1 ? range : `${range} (${count} items)`),
    ledger: {
      equal: () => 'equal',
      differs: (count) => (count === 1 ? 'differs' : 'differ'),
      unverifiable: () => 'unverifiable',
      not_computable: () => 'not computable',
    },
    preview: 'Preview',
    comparison: { published: 'Published', computed: 'computed' },
    language: { name: 'Language', first: 'The first one: it stands in for a text that lacks another.' },
    inheritedBase: 'Inherited from `defaults`.',
    inheritedBy: 'Inherited from `defaults`: a table for each.',
    columns: 'The columns in the data file, as nothing else is stated:',
  },
  sv: {
    takes: {
      conditions: 'Ett villkor. Ett frågebatteri ger ett för varje delfråga.',
      numbers: 'Ett tal eller en poäng. Ett frågebatteri ger ett för varje delfråga.',
      category: 'En fråga eller delfråga på en skala vars svar har poäng.',
      anything: 'En fråga, en delfråga eller en härledd variabel.',
    },
    more: 'Fler av samma slag, med kommatecken emellan.',
    uses: (count, written) => (count === 0 ? 'används inte' : count === 1 ? 'används 1 gång' : `används ${written} gånger`),
    unpublished: 'ingen publicerad uppgift',
    published: (comparison) => `publicerade tal: ${comparison}`,
    by: (numbers, variable) => (numbers === '' ? '' : `${numbers} efter ${variable}`),
    ofItems: (range, count) => (count === 1 ? range : `${range} (${count} delfrågor)`),
    ledger: {
      equal: () => 'stämmer',
      differs: () => 'avviker',
      unverifiable: () => 'går inte att kontrollera',
      not_computable: () => 'kan inte beräknas',
    },
    preview: 'Förhandsgranska',
    comparison: { published: 'Publicerat', computed: 'beräknat' },
    language: { name: 'Språk', first: 'Det första: det används där en text saknas på ett annat.' },
    inheritedBase: 'Ärvs från `defaults`.',
    inheritedBy: 'Ärvs från `defaults`: en tabell för varje.',
    columns: 'Kolumnerna i datafilen, då inget annat är angivet:',
  },
};
