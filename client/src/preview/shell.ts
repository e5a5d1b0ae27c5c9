import { Uri, type Webview } from 'vscode';
import { html } from './page/html';

/** The empty page. Nothing but our own script and style may load or run: no inline script, no inline style, no network. */
export const shell = (
  webview: Webview,
  page: { readonly root: Uri; readonly uri: string; readonly language: string },
): string => {
  const nonce = crypto.randomUUID();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  const asset = (name: string): string => webview.asWebviewUri(Uri.joinPath(page.root, name)).toString();
  return html`<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${asset('preview.css')}">
<title>Codebook</title>
</head>
<body>
<div id="preview" data-uri="${page.uri}" data-language="${page.language}"></div>
<p id="announcements" aria-live="polite"></p>
<script nonce="${nonce}" src="${asset('preview.js')}"></script>
</body>
</html>`.markup;
};
