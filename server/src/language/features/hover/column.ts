import { columnsNamedByData } from '../../model/data-columns';
import { schemaAt } from '../../schema';
import { cursorAt } from '../../syntax';
import type { Cursor } from '../../syntax/cursor-spot';
import { wholeCode } from '../../text/code';
import { valuesIn } from '../completion/columns';
import { completionWords } from '../completion/words';
import type { Page } from '../page';
import { described } from '../words/described';
import { paragraphs } from './markdown';
import type { Hover } from './types';

/** A column of the data: how many different values it has, and what the key is for. Of a run of columns, how many they are. */
export function columnHover(page: Page, file: string, offset: number): Hover | undefined {
  const syntax = page.snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  if (cursor?.spot !== 'value' || cursor.scalar === undefined) return undefined;
  const key = [cursor.path, cursor.path.slice(0, -1)].map(schemaAt).find((place) => place?.kind === 'column');
  if (key?.role !== 'refersTo') return undefined;
  const { column } = page.words.fields;
  const markdown = paragraphs([
    [`${column} ${wholeCode(cursor.scalar.text)}`, ...sizeOf(page, cursor)].join(' · '),
    described(key.description, page.words.language),
  ]);
  return { span: cursor.replace, markdown };
}

function sizeOf({ snapshot, codebook, words }: Page, { scalar, placed }: Cursor): readonly string[] {
  const { columns, values } = completionWords(words.language);
  const written = columnsNamedByData(codebook.data).filter(
    ({ place }) => place.entry === placed.entry && place.span === scalar?.span,
  );
  if (written.length > 1) return [columns(written.length)];
  const state = snapshot.data.get(codebook.file);
  const column = state?.kind === 'ready' ? state.table.columns.get(scalar?.text ?? '') : undefined;
  return column === undefined ? [] : [values(valuesIn(column))];
}
