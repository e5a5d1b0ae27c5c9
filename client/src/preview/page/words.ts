/** The page's own words. They follow the language of the labels; where that is neither of the two, they are English. */
export interface Words {
  readonly language: string;
  readonly view: string;
  readonly charts: string;
  readonly tables: string;
  readonly stages: string;
  readonly withoutStage: string;
  readonly kinds: Readonly<Record<'question' | 'derived' | 'indicator', string>>;
  readonly waiting: string;
  readonly failed: string;
  readonly empty: string;
  readonly stale: string;
  readonly goToError: string;
  readonly manageTrust: string;
  readonly updated: string;
  readonly keys: string;
}

export const wordsFor = (language: string): Words => (language.split('-')[0] === 'sv' ? swedish : english);

const english: Words = {
  language: 'Language',
  view: 'Show numbers as',
  charts: 'Charts',
  tables: 'Tables',
  stages: 'Process stages',
  withoutStage: 'Without a stage',
  kinds: { question: 'Question', derived: 'Derived variable', indicator: 'Indicator' },
  waiting: 'Reading the codebook …',
  failed: 'There is no preview: the language server gave no answer. Its log (Codebook: Show Log) may say why.',
  empty: 'This codebook declares no questions, derived variables or indicators yet.',
  stale: 'The text has an error. What is shown is from before it.',
  goToError: 'Go to the first error',
  manageTrust: 'Manage workspace trust',
  updated: 'Preview updated.',
  keys: 'Arrow keys move between entries, Enter goes to the source, Escape returns to the editor.',
};

const swedish: Words = {
  language: 'Språk',
  view: 'Visa siffrorna som',
  charts: 'Diagram',
  tables: 'Tabeller',
  stages: 'Processteg',
  withoutStage: 'Utan processteg',
  kinds: { question: 'Fråga', derived: 'Härledd variabel', indicator: 'Indikator' },
  waiting: 'Läser kodboken …',
  failed: 'Det finns ingen förhandsgranskning: språkservern svarade inte. Loggen (Codebook: Show Log) kan säga varför.',
  empty: 'Kodboken har ännu inga frågor, härledda variabler eller indikatorer.',
  stale: 'Texten innehåller ett fel. Det som visas är från innan dess.',
  goToError: 'Gå till första felet',
  manageTrust: 'Hantera förtroende för arbetsytan',
  updated: 'Förhandsgranskningen är uppdaterad.',
  keys: 'Piltangenterna flyttar mellan posterna, Retur går till källan, Escape tillbaka till redigeraren.',
};

/** A language by its own name: "Svenska". A tag nobody knows stays as it is written. */
export const languageName = (tag: string): string => {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    // The tag is the author's text: one that is no language tag makes Intl throw.
    return tag;
  }
};
