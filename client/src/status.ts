import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient/node';

/** The server's state among the language's own status items: quiet while all is well. */
export const showStatus = (client: BaseLanguageClient): Disposable => {
  const item = languages.createLanguageStatusItem('codebook.server', { language: 'codebook' });
  item.name = 'Codebook';
  const show = (state: State): void => {
    const words = inWords(state);
    item.text = words.text;
    item.detail = words.detail;
    item.busy = state === State.Starting;
    item.severity = words.severity;
    item.command =
      state === State.Running
        ? { command: 'codebook.showLog', title: 'Show Log' }
        : { command: 'codebook.restartServer', title: 'Restart' };
  };
  show(client.state);
  const listener = client.onDidChangeState((change) => show(change.newState));
  return {
    dispose: () => {
      listener.dispose();
      item.dispose();
    },
  };
};

const inWords = (
  state: State,
): { readonly text: string; readonly detail: string; readonly severity: LanguageStatusSeverity } => {
  switch (state) {
    case State.Running:
      return { text: 'Codebook', detail: 'Checking codebooks as you type', severity: LanguageStatusSeverity.Information };
    case State.Starting:
      return { text: 'Codebook', detail: 'Starting', severity: LanguageStatusSeverity.Information };
    case State.StartFailed:
    case State.Stopped:
      return { text: 'Codebook', detail: 'Stopped: no checks and no preview', severity: LanguageStatusSeverity.Error };
  }
};
