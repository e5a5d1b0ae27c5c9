import {
  type Disposable,
  type DocumentSelector,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type Status,
  type StatusParams,
  statusChangedNotification,
  statusRequest,
  type UiLanguage,
} from '../../server/src/protocol';
import { checkedView, problemsView, type StatusView, serverView } from './status-view';

/** The documents it is about, and the language of its words. */
export interface StatusOptions {
  readonly selector: DocumentSelector;
  readonly language: () => UiLanguage;
}

/** The language's status items: what is checked in the codebook that is edited, what was found, and how the server is. */
export const showStatus = (client: BaseLanguageClient, { selector, language }: StatusOptions): Disposable => {
  const create = (id: string): LanguageStatusItem => languages.createLanguageStatusItem(id, selector);
  const server = create('codebook.server');
  const checked = create('codebook.checked');
  const problems = create('codebook.problems');
  // While something is checked its limits are not known yet: what was said of them stays.
  let known: { readonly uri: string; readonly limits: readonly string[] } = { uri: '', limits: [] };
  const show = (uri: string, status: Status | undefined): void => {
    if (status?.busy !== true || known.uri !== uri) known = { uri, limits: status?.limits ?? [] };
    put(server, serverView(stateOf(client), known.limits, language()));
    if (status === undefined) return;
    put(checked, checkedView(status, language()));
    put(problems, problemsView(status, language()));
  };
  const ask = latest(async (isLatest) => {
    const document = window.activeTextEditor?.document;
    if (document === undefined || languages.match(selector, document) === 0) return;
    const uri = document.uri.toString();
    const status = client.isRunning() ? await request(client, uri) : undefined;
    if (isLatest()) show(uri, status);
  });
  show('', undefined);
  ask();
  const listeners = [
    client.onDidChangeState(ask),
    client.onNotification(statusChangedNotification, ask),
    window.onDidChangeActiveTextEditor(ask),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('codebook.language')) ask();
    }),
  ];
  return {
    dispose: () => {
      for (const one of [...listeners, server, checked, problems]) one.dispose();
    },
  };
};

const put = (item: LanguageStatusItem, { text, detail, severity, busy, command }: StatusView): void => {
  item.name = 'Codebook';
  item.text = text;
  item.detail = detail ?? '';
  item.severity = severities[severity];
  item.busy = busy;
  item.command = command;
};

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
} as const;

const stateOf = ({ state }: BaseLanguageClient): 'starting' | 'running' | 'stopped' => {
  switch (state) {
    case State.Running:
      return 'running';
    case State.Starting:
      return 'starting';
    case State.StartFailed:
    case State.Stopped:
      return 'stopped';
  }
};

/** A server that can't say where it stands is seen by its state. */
const request = async (client: BaseLanguageClient, uri: string): Promise<Status | undefined> => {
  try {
    return (await client.sendRequest<Status | null>(statusRequest, { uri } satisfies StatusParams)) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Runs of which only the newest counts. */
const latest = (work: (isLatest: () => boolean) => Promise<void>): (() => void) => {
  let sequence = 0;
  return () => {
    const mine = ++sequence;
    void work(() => mine === sequence);
  };
};
