import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { Completion, CompletionKind, Span } from '../language';
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
  const { label, kind, detail, documentation, edit, stops = [], others = [], filter } = completion;
  const isSnippet = snippets && stops.length > 0 && !isAtEnd(edit.newText, stops);
  const newText = isSnippet ? snippet(edit.newText, stops) : edit.newText;
  return {
    label,
    kind: kinds[kind],
    sortText: String(position).padStart(5, '0'),
    filterText: filter,
    ...(detail === '' ? {} : { detail, labelDetails: { description: detail } }),
    ...(documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    textEdit: toEdit(coordinates, { ...edit, newText }),
    ...(others.length === 0 ? {} : { additionalTextEdits: others.map((other) => toEdit(coordinates, other)) }),
    // The lines of an edit are indented as they must stand.
    insertTextMode: InsertTextMode.asIs,
    ...(asksAgain && isKey(kind) ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
}

function isKey(kind: CompletionKind): boolean {
  return kind === 'key' || kind === 'required_key';
}

/** The caret is at the end of what is inserted by itself. */
function isAtEnd(text: string, [first, ...more]: readonly Span[]): boolean {
  return more.length === 0 && first?.start === text.length;
}

/** An empty last stop ends the snippet; one with a suggestion is left for the end of the text. */
function snippet(text: string, stops: readonly Span[]): string {
  let written = '';
  let at = 0;
  for (const [index, { start, end }] of stops.entries()) {
    const isLast = index === stops.length - 1 && start === end;
    written += `${escaped(text.slice(at, start))}\${${isLast ? 0 : index + 1}${start === end ? '' : `:${escaped(text.slice(start, end))}`}}`;
    at = end;
  }
  return written + escaped(text.slice(at));
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
  code: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  check: CompletionItemKind.Event,
  entry: CompletionItemKind.Snippet,
};
