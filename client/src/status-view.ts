import type { Status, UiLanguage } from '../../server/src/protocol';
import { statusWords } from './status-words';

/** What a status item shows. */
export interface StatusView {
  readonly text: string;
  readonly detail?: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly command?: { readonly command: string; readonly title: string };
}

/** What is checked. */
export const checkedView = ({ checked, busy }: Status, language: UiLanguage): StatusView => ({
  text: statusWords[language].checked(checked),
  severity: 'information',
  busy,
});

/** How many problems were found. They have colours of their own where they are listed. */
export const problemsView = ({ problems }: Status, language: UiLanguage): StatusView => ({
  text: `${problems.charAt(0).toUpperCase()}${problems.slice(1)}`,
  severity: 'information',
  busy: false,
  command: { command: 'workbench.actions.view.problems', title: statusWords[language].showProblems },
});

/** How the server is, and which limits it has reached: quiet while all is well. */
export const serverView = (
  state: 'starting' | 'running' | 'stopped',
  limits: readonly string[],
  language: UiLanguage,
): StatusView => {
  const words = statusWords[language];
  const showLog = { command: 'codebook.showLog', title: words.showLog };
  if (state === 'stopped') {
    const restart = { command: 'codebook.restartServer', title: words.restart };
    return { text: 'Codebook', detail: words.stopped, severity: 'error', busy: false, command: restart };
  }
  if (state === 'starting')
    return { text: 'Codebook', detail: words.starting, severity: 'information', busy: true, command: showLog };
  return limits.length === 0
    ? { text: 'Codebook', detail: words.running, severity: 'information', busy: false, command: showLog }
    : { text: words.limits(limits.length), detail: limits.join(' '), severity: 'warning', busy: false, command: showLog };
};
