import { URI } from 'vscode-uri';

/** The name of a file in the snapshot: its URI as VS Code writes it, however the client did, so that imports find it. */
export function nameOfUri(uri: string): string {
  return URI.parse(uri).toString();
}

export function pathOfName(name: string): string {
  return URI.parse(name).fsPath;
}

export function isCodebook(name: string): boolean {
  return /\.codebook\.ya?ml$/i.test(name);
}
