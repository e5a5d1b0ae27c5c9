import type { Labels } from '../../expression/types';
import { labelIn } from '../../model/labels';
import { lineEndOf, quoteText } from '../../syntax';
import type { TextEdit } from '../../text/span';
import type { CompletionPlace } from './types';

/** A name or value written at the cursor, quoted where YAML would read it otherwise. */
export function writeScalar(place: CompletionPlace, text: string): TextEdit {
  return writeSource(place, quoteText(text, { flow: place.cursor.flow }));
}

export function writeSource({ cursor }: CompletionPlace, source: string): TextEdit {
  return { span: cursor.replace, newText: cursor.prefix + source };
}

/** What a key is followed by until its value is typed, and where the caret waits for it. */
export interface Opening {
  readonly text: string;
  readonly caret: number;
}

export function opening(text: string): Opening {
  const caret = text.indexOf('\0');
  return { text: text.replaceAll('\0', ''), caret: caret < 0 ? text.length : caret };
}

/** A new key with what must follow it; a key that has its colon already is only renamed. */
export function writeKey(
  place: CompletionPlace,
  key: string,
  value: Opening,
): { readonly edit: TextEdit; readonly caret?: number } {
  const { cursor, snapshot, file } = place;
  const source = quoteText(key, { flow: cursor.flow });
  const text = snapshot.files.get(file)?.text ?? '';
  if (/^[ \t]*:/.test(text.slice(cursor.replace.end, cursor.replace.end + 80))) return { edit: writeSource(place, source) };
  const edit = writeSource(place, `${source}:${value.text}`);
  return { edit, caret: edit.newText.length - value.text.length + value.caret };
}

/** A line below the key, one step deeper. */
export function deeperLine({ cursor, snapshot, file }: CompletionPlace): string {
  const text = snapshot.files.get(file)?.text ?? '';
  return lineEndOf(text) + ' '.repeat(cursor.indent + 2);
}

export function labelFor({ language }: CompletionPlace, labels: Labels, id: string): string {
  const label = labelIn(labels, language, id);
  return label === id ? '' : label;
}
