import { URI } from 'vscode-uri';

/** The name of a file in the snapshot: its URI as VS Code writes it, however the client did, so that imports find it. */
export function nameOfUri(uri: string): string {
  return URI.parse(uri).toString();
}

export function nameOfPath(path: string): string {
  return URI.file(path).toString();
}

export function pathOfName(name: string): string {
  return URI.parse(name).fsPath;
}

/** Only files of this machine are read; a text in the editor may come from anywhere. */
export function isOnDisk(name: string): boolean {
  return name.startsWith('file:');
}

export function isCodebook(name: string): boolean {
  return /\.codebook\.ya?ml$/i.test(name);
}
