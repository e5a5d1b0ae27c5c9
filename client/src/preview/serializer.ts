import { type Disposable, Uri, type WebviewPanel, window } from 'vscode';

export const viewType = 'codebook.preview';

/** Previews come back after a restart, for the same codebook in the same language. */
export const restorePreviews = (adopt: (panel: WebviewPanel, codebook: Uri, language: string) => void): Disposable =>
  window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
      const kept: Partial<Record<'uri' | 'language', unknown>> = typeof state === 'object' && state !== null ? state : {};
      if (typeof kept.uri === 'string' && kept.uri !== '' && typeof kept.language === 'string') {
        adopt(panel, Uri.parse(kept.uri), kept.language);
      } else {
        panel.dispose();
      }
    },
  });
