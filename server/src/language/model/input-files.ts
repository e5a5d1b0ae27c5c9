import type { FileSyntax } from '../syntax/entry';
import type { ImportDeclaration } from './declarations';

/** What a codebook is made from. */
export interface Inputs {
  readonly file: string;
  /** Every file that contributes declarations, imported first, the codebook's own last. */
  readonly files: readonly InputFile[];
  readonly imports: readonly ResolvedImport[];
}

export interface InputFile {
  readonly file: string;
  readonly syntax: FileSyntax;
}

/** The file an import path leads to, or why it leads nowhere. */
export type ResolvedImport =
  | { readonly kind: 'found'; readonly declaration: ImportDeclaration; readonly file: string }
  | { readonly kind: 'missing'; readonly declaration: ImportDeclaration; readonly file: string }
  | { readonly kind: 'outside'; readonly declaration: ImportDeclaration; readonly file: string }
  /** `cycle` names the files of the cycle and no others, this file first. */
  | {
      readonly kind: 'cyclic';
      readonly declaration: ImportDeclaration;
      readonly file: string;
      readonly cycle: readonly string[];
    };
