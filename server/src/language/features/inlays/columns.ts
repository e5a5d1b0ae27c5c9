import type { QuestionDeclaration } from '../../model/declarations';
import { readDeclarations } from '../../model/read';
import { mapPair, memberPairs } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import type { Pair } from '../../syntax/tree';
import { wholeCode } from '../../text/code';
import type { Page } from '../page';
import { shortened } from '../short';
import { aidWords } from '../words/aids';
import type { EntryInlay } from './types';

/**
 * The columns of items that state none, where there are data that have columns. The column of a question without items is
 * its id, which needs no telling.
 */
export function columnInlays({ snapshot, codebook, words }: Page, entry: Entry): readonly EntryInlay[] {
  if (snapshot.data.get(codebook.file)?.kind !== 'ready') return [];
  return readDeclarations(entry).declarations.flatMap((declaration): readonly EntryInlay[] => {
    if (declaration.kind !== 'question' || declaration.columnPrefix !== undefined) return [];
    const columns = unstatedColumns(codebook.variables.get(declaration.id.text)?.items ?? [], declaration);
    const key = keyOfItems(entry, declaration);
    if (columns.length === 0 || key === undefined) return [];
    const named = columns.map(wholeCode).join(', ');
    const [first = ''] = columns;
    const text = columns.length === 1 ? shortened(first) : `${shortened(first)}, …`;
    return [{ at: key.span.end + 1, kind: 'default', text, tooltip: `${aidWords[words.language].columns} ${named}` }];
  });
}

function unstatedColumns(
  items: readonly { readonly id: string; readonly column: string }[],
  { items: declared }: QuestionDeclaration,
): readonly string[] {
  const stated = new Set(declared.filter(({ column }) => column !== undefined).map(({ id }) => id.text));
  return items.filter(({ id }) => !stated.has(id)).map(({ column }) => column);
}

function keyOfItems(entry: Entry, { id }: QuestionDeclaration): Pair['key'] | undefined {
  const body = memberPairs(entry).find(({ pair }) => pair.key.text === id.text)?.pair.value;
  return body && (mapPair(body, 'items') ?? mapPair(body, 'options'))?.key;
}
