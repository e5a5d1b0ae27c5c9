import type { Codebook } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import type { Cell, ShareTable } from '../../shares/types';
import type { Words } from '../words';
import { type RepairNames, verdictText } from '../words/verdict';
import { careMarkOf } from './text';

/** What the policy says of one number; `''` where it may be shown as it is. */
function verdictLine(codebook: Codebook, table: ShareTable, cell: Cell, language: string, words: Words): string {
  const { verdict } = cell;
  return verdict === undefined ? '' : verdictText(verdict, words, namesIn(codebook, table, language));
}

/** As many reasons as are easily read. */
const mostReasons = 6;

/** What the policy says of the numbers of a table, each reason once with the numbers it is told of. */
export function verdictNotes(codebook: Codebook, table: ShareTable, language: string, words: Words): readonly string[] {
  const told = new Map<string, string[]>();
  for (const cell of table.cells) {
    const line = verdictLine(codebook, table, cell, language, words);
    if (line === '') continue;
    const mark = careMarkOf(cell);
    const names = told.get(`${mark}\n${line}`) ?? [];
    told.set(`${mark}\n${line}`, [...names, nameOf(table, cell, language, words)]);
  }
  const notes = Array.from(told, ([key, names]) => {
    const [mark = '', line = ''] = key.split('\n');
    return `${mark === '' ? '' : `${mark} `}${namesText(names)}: ${line}`;
  });
  return notes.length > mostReasons ? [...notes.slice(0, mostReasons), '…'] : notes;
}

/** More would be read as a table again. */
const mostNames = 4;

function namesText(names: readonly string[]): string {
  return names.length > mostNames ? `${names.slice(0, mostNames).join('; ')} … (${names.length})` : names.join('; ');
}

function nameOf(table: ShareTable, { item, category, groups }: Cell, language: string, words: Words): string {
  const label = (labels: ShareTable['items'], id: string | undefined): readonly string[] => {
    const found = labels.find((one) => one.id === id);
    return found === undefined ? [] : [labelIn(found.labels, language, found.id)];
  };
  const named = groups.flatMap((id, at) => {
    if (id === 'total') return [];
    return id === 'missing' ? [words.noGroup] : label(table.groups[at] ?? [], id);
  });
  const group = named.length === 0 ? [words.total] : named;
  return [...label(table.items, item), ...group, ...label(table.categories, category)].join(', ');
}

function namesIn(codebook: Codebook, table: ShareTable, language: string): RepairNames {
  const labelOf = (labels: ShareTable['items'], id: string): string => {
    const found = labels.find((one) => one.id === id);
    return found === undefined ? id : labelIn(found.labels, language, id);
  };
  return {
    variable: (id) => labelIn(codebook.variables.get(id)?.labels ?? {}, language, id),
    group: (id, variable) => labelOf(table.groups[table.by.indexOf(variable)] ?? [], id),
    category: (id) => labelOf(table.categories, id),
  };
}
