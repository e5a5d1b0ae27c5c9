import type { UiLanguage } from '../../server/src/protocol';

/** The client's own words in the status items. What was checked and found the server says itself. */
export interface StatusWords {
  readonly checked: (what: string) => string;
  readonly showProblems: string;
  readonly running: string;
  readonly starting: string;
  readonly stopped: string;
  readonly limits: (count: number) => string;
  readonly showLog: string;
  readonly restart: string;
}

export const statusWords: Readonly<Record<UiLanguage, StatusWords>> = {
  en: {
    checked: (what) => `Checked: ${what}`,
    showProblems: 'Problems',
    running: 'Checks as you type',
    starting: 'Starting',
    stopped: 'Stopped: no checks and no preview',
    limits: (count) => (count === 1 ? 'Codebook: 1 limit' : `Codebook: ${count} limits`),
    showLog: 'Log',
    restart: 'Restart',
  },
  sv: {
    checked: (what) => `Kontrollerat: ${what}`,
    showProblems: 'Problem',
    running: 'Kontrollerar medan du skriver',
    starting: 'Startar',
    stopped: 'Stoppad: inga kontroller och ingen förhandsgranskning',
    limits: (count) => (count === 1 ? 'Codebook: 1 begränsning' : `Codebook: ${count} begränsningar`),
    showLog: 'Logg',
    restart: 'Starta om',
  },
};
