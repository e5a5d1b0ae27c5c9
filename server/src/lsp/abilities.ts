import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as the server acts on it. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly snippets: boolean;
  readonly progress: boolean;
  readonly watchesOnRequest: boolean;
  readonly configuration: boolean;
  /** Whether the folders of the workspace may change. */
  readonly folders: boolean;
  readonly nestedSymbols: boolean;
  readonly definitionLinks: boolean;
  /** Whether it asks for the name under the cursor before it asks for a rename. */
  readonly preparesRename: boolean;
  /** Whether edits may name the version of the text they are of. */
  readonly documentChanges: boolean;
  /** Whether it can ask the user about some of several edits. */
  readonly changeAnnotations: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesInlays: boolean;
  readonly refreshesTokens: boolean;
  /** Whether it folds whole lines and nothing less. */
  readonly wholeLinesFold: boolean;
  /** The most folds it takes; `undefined` for any number. */
  readonly foldLimit: number | undefined;
}

export const noAbilities: ClientAbilities = abilitiesOf({});

export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities): ClientAbilities {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    progress: window?.workDoneProgress === true,
    watchesOnRequest: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlays: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    wholeLinesFold: textDocument?.foldingRange?.lineFoldingOnly === true,
    foldLimit: textDocument?.foldingRange?.rangeLimit,
  };
}
