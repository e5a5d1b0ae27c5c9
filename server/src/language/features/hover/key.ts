import { schemaAt } from '../../schema';
import type { SchemaPlace } from '../../schema/place';
import { cursorAt } from '../../syntax';
import type { Cursor } from '../../syntax/cursor-spot';
import { wholeCode } from '../../text/code';
import type { Page } from '../page';
import { described } from '../words/described';
import { readingAt } from './expression';
import { paragraphs } from './markdown';
import type { Hover } from './types';

/** What a key means, with its formal term and the values it may have; what one of those values means. */
export function keyHover(page: Page, file: string, offset: number): Hover | undefined {
  const syntax = page.snapshot.files.get(file);
  const cursor = syntax && cursorAt(syntax, offset);
  if (cursor === undefined || cursor.scalar === undefined) return undefined;
  const markdown = cursor.spot === 'key' ? aboutKey(page, cursor) : cursor.spot === 'value' ? aboutValue(page, cursor) : '';
  return markdown === '' ? undefined : { span: cursor.replace, markdown };
}

function aboutKey(page: Page, { path, map, placed, scalar }: Cursor): string {
  const { words } = page;
  const key = schemaAt(path.slice(0, -1))?.keys.find((one) => one.key === path.at(-1));
  if (key === undefined) return '';
  const value = map?.pairs.find((pair) => pair.key === scalar)?.value;
  return paragraphs([
    `**${wholeCode(key.key)}**`,
    key.place.role === 'expression' && value !== undefined ? readingAt(page, placed.entry, value.span) : '',
    described(key.place.description, words.language),
    valuesOf(key.place, words.language),
  ]);
}

function aboutValue({ words }: Page, { path, scalar }: Cursor): string {
  const value = schemaAt(path)?.values?.find((one) => one.value === scalar?.text);
  if (value === undefined) return '';
  return paragraphs([`**${wholeCode(value.value)}**`, described(value.description, words.language)]);
}

function valuesOf({ values = [] }: SchemaPlace, language: 'en' | 'sv'): string {
  return values.map((one) => `- ${wholeCode(one.value)} ${described(one.description, language)}`.trimEnd()).join('\n');
}
