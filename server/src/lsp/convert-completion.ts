import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { Completion, CompletionKind } from '../language';
import { type Coordinates, toEdit } from './convert-text';

export interface CompletionStyle {
  readonly snippets: boolean;
  /** Whether the client can be told to ask for the values of a key that was just written. */
  readonly asksAgain: boolean;
}

export function toCompletionItem(
  coordinates: Coordinates,
  completion: Completion,
  position: number,
  { snippets, asksAgain }: CompletionStyle,
): CompletionItem {
  const { label, kind, detail, documentation, edit, caret, filter } = completion;
  const isSnippet = snippets && caret !== undefined && caret < edit.newText.length;
  const newText = isSnippet ? snippet(edit.newText, caret) : edit.newText;
  return {
    label,
    kind: kinds[kind],
    sortText: String(position).padStart(5, '0'),
    filterText: filter,
    ...(detail === '' ? {} : { detail, labelDetails: { description: detail } }),
    ...(documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    textEdit: toEdit(coordinates, { ...edit, newText }),
    // The lines of an edit are indented as they must stand.
    insertTextMode: InsertTextMode.asIs,
    ...(asksAgain && isKey(kind) ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
}

function isKey(kind: CompletionKind): boolean {
  return kind === 'key' || kind === 'required_key';
}

function snippet(text: string, caret: number): string {
  return `${escaped(text.slice(0, caret))}$0${escaped(text.slice(caret))}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  required_key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  item: CompletionItemKind.Field,
  category: CompletionItemKind.EnumMember,
  scale: CompletionItemKind.Enum,
  stage: CompletionItemKind.Module,
  frame: CompletionItemKind.Struct,
  indicator: CompletionItemKind.Function,
  language: CompletionItemKind.Constant,
  column: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
};
