import type { Codebook } from '../../model/codebook';
import { columnsNamedByData } from '../../model/data-columns';
import type { BoundData } from '../../shares';
import { nearest } from '../../text/nearest';
import type { Check, CheckSubject, Finding } from '../check';
import { answersIn } from './answers-example';

export const columnsNotDescribed: Check = {
  code: 'columns-not-described',
  severity: 'hint',
  title: 'Columns that the codebook does not describe',
  needsData: true,
  doc: {
    why: 'A column that no question, item or derived variable names is not used for anything. That may be intended; or a question was forgotten, or its column is misspelt.',
    wrong: answersIn(`id,satisfied,region
1,1,3
2,2,4
`),
    right: answersIn(`id,satisfied
1,1
2,2
`),
  },
  runOnFile: findUndescribed,
};

function* findUndescribed({ codebook, bound }: CheckSubject): Iterable<Finding> {
  const file = codebook.data?.file;
  if (bound === undefined || file === undefined) return;
  const described = columnsOf(codebook);
  const columns = [...bound.table.columns.keys()].filter((column) => !described.has(column));
  // A column that is probably what a misspelt name means is that name's problem.
  const misspelt = new Set(missingColumns(bound).flatMap((column) => nearest(column, columns)));
  const others = columns.filter((column) => !misspelt.has(column));
  if (others.length === 0) return;
  const shown = others
    .slice(0, mostShown)
    .map((column) => `\`${column}\``)
    .join(', ');
  const more = others.length > mostShown ? ` and ${others.length - mostShown} more` : '';
  yield {
    place: file.place,
    expected: 'Every column of the data should be named by the codebook.',
    found: `${others.length === 1 ? 'one is' : `${others.length} are`} not: ${shown}${more}`,
  };
}

function missingColumns(bound: BoundData): readonly string[] {
  return bound.findings().flatMap(({ kind, column }) => (kind === 'column-missing' ? [column] : []));
}

const mostShown = 10;

function columnsOf({ data, variables }: Codebook): ReadonlySet<string> {
  const ofData = columnsNamedByData(data).map((name) => name.text);
  const ofVariables = [...variables.values()].flatMap(({ column, items }) => [
    ...(column === undefined ? [] : [column]),
    ...items.map((item) => item.column),
  ]);
  return new Set([...ofData, ...ofVariables]);
}
