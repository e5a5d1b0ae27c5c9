import { addShortest, addText, type GrowingColumn } from '../growing';
import type { Page } from './pages';
import type { TextOf } from './texts';

/** Puts the cells of pages into a column: what is coded in the file is a matter of translating codes, once for each text. */
export interface CellTaker {
  /** Takes the cells of a page, the first of which is in this row. Throws `NoText`, and on a page that contradicts itself. */
  readonly take: (page: Page, row: number) => void;
}

/** A value has no text, though others of its type do. */
export class NoText extends Error {}

export function cellTaker(column: GrowingColumn, textOf: TextOf, isPlainNumber: boolean, sign: '.' | ','): CellTaker {
  const written = (value: unknown): string => {
    const text = textOf(value);
    if (text === undefined) throw new NoText();
    return text;
  };
  /** The texts of a dictionary and their codes, or -1. It serves as long as pages share it. */
  let coded: { readonly of: Page['dictionary']; readonly texts: readonly string[]; readonly codes: Int32Array } | undefined;

  const codesOf = (dictionary: NonNullable<Page['dictionary']>) => {
    if (coded?.of !== dictionary) {
      const texts = Array.from<unknown, string>(dictionary, written);
      coded = { of: dictionary, texts, codes: new Int32Array(texts.length).fill(-1) };
    }
    return coded;
  };

  /** Takes one text and gives its code, -1 where the column has none. */
  const learn = (text: string, row: number): number => {
    addText(column, text, row);
    return column.numbers === undefined ? (column.codes[row] ?? -1) : -1;
  };

  const takeCoded = ({ cells, values, levels }: Page, dictionary: NonNullable<Page['dictionary']>, from: number): void => {
    const { texts, codes } = codesOf(dictionary);
    let empty = -1;
    let target = column.codes;
    let value = 0;
    for (let cell = 0; cell < cells; cell++) {
      const isEmpty = levels !== undefined && levels[cell] !== 1;
      const place: number = isEmpty ? -1 : values[value++];
      const code = isEmpty ? empty : (codes[place] ?? -1);
      if (code >= 0 && column.numbers === undefined) {
        target[from + cell] = code;
        continue;
      }
      const text = isEmpty ? '' : texts[place];
      if (text === undefined) throw new Error('it refers to a value that it does not have');
      const learned = learn(text, from + cell);
      if (isEmpty) empty = learned;
      else codes[place] = learned;
      target = column.codes;
    }
  };

  const takePlain = ({ cells, values, levels }: Page, from: number): void => {
    let value = 0;
    for (let cell = 0; cell < cells; cell++) {
      if (levels !== undefined && levels[cell] !== 1) addText(column, '', from + cell);
      else {
        const found: unknown = values[value++];
        if (isPlainNumber && typeof found === 'number' && addShortest(column, found, sign, from + cell)) continue;
        addText(column, written(found), from + cell);
      }
    }
  };

  return {
    take(page, row) {
      if (page.dictionary === undefined) takePlain(page, row);
      else takeCoded(page, page.dictionary, row);
    },
  };
}
