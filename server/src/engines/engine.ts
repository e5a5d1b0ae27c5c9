import type { SqlRow } from '../language';

/** A system that runs statements. What goes wrong is told in a sentence with its cause and its remedy. */
export interface SqlEngine {
  readonly run: (statement: string, signal: AbortSignal) => Promise<SqlResult>;
  readonly close: () => Promise<void>;
}

export type SqlResult =
  | { readonly kind: 'rows'; readonly rows: readonly SqlRow[] }
  | { readonly kind: 'failed'; readonly message: string };

export function failed(message: string): Extract<SqlResult, { readonly kind: 'failed' }> {
  return { kind: 'failed', message };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
