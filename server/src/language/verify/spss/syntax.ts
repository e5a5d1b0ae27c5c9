import type { Codebook, Variable } from '../../model/codebook';
import { labelIn, labelsOf } from '../../model/labels';
import type { DataTable } from '../../shares';
import { type VerifiedSubject, variablesBehind } from '../subjects';
import { numberOf, textsOf, widthOf } from './cells';
import { kindsComment } from './kinds';
import { comment, kindName, longestName, quoted, rawNames } from './names';
import type { Output, ResultFile } from './output';
import type { Source } from './source';
import { writeSubject } from './tables';
import { writeVariable } from './variables';
import { newWriter } from './writer';

/** The syntax, and the files it writes with what stands in them, in its order. */
export interface Syntax {
  readonly text: string;
  readonly files: readonly ResultFile[];
  /** Subjects that are not in it, by id, and why. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/**
 * SPSS syntax that computes the subjects anew from the data file: weighted estimates and unweighted numbers of respondents. PSPP
 * runs it as it is. Results are CSV files in the working folder.
 */
export function spssSyntax(
  codebook: Codebook,
  table: DataTable,
  subjects: readonly VerifiedSubject[],
  dataFile: string,
): Syntax {
  const writer = newWriter();
  const source: Source = { codebook, table, raw: rawNames(table), writer };
  const output: Output = { writer, files: [] };
  const label = labelIn(labelsOf([codebook.header.label], codebook.languages), codebook.languages[0] ?? '', '');
  const title = [codebook.header.codebook?.text ?? codebook.file, ...(label === '' ? [] : [label])].join(': ');
  writer.say(
    comment(`Recomputes the numbers of a codebook from its data, in SPSS or PSPP. ${title}`),
    comment('A variable and why it is missing stand side by side, x and x$kind'),
    comment(kindsComment),
    'SET DECIMAL=DOT.',
    'SET MXERRS=1000000000 MXWARNS=1000000000.',
    '',
  );
  const leftOut = new Map(
    subjects.flatMap((subject) => reasonAgainst(source, subject).map((why) => [subject.name.id, why] as const)),
  );
  const sayable = subjects.filter(({ name }) => !leftOut.has(name.id));
  const variables = variablesBehind(codebook, sayable);
  writeReading(source, dataFile, new Set(variables.flatMap(columnsOf)));
  for (const variable of variables) writeVariable(source, variable);
  writer.say('EXECUTE.', 'DATASET NAME answers.');
  for (const subject of sayable) writeSubject(source, output, subject);
  return { text: `${writer.lines.join('\n')}\n`, files: output.files, leftOut };
}

/** What SPSS can't say of a subject: nothing, or one reason. */
function reasonAgainst({ codebook, table }: Source, subject: VerifiedSubject): readonly string[] {
  const broken = [...table.columns.keys()].find((column) => textsOf(table, column).some((text) => /[\r\n]/.test(text)));
  if (broken !== undefined) return [`a cell of column ${broken} has a line break, which SPSS does not read`];
  const names = variablesBehind(codebook, [subject]).flatMap(({ name, items }) =>
    items.length === 0 ? [kindName(name)] : items.map(({ id }) => kindName(name, id)),
  );
  const long = names.find((name) => name.length > longestName);
  return long === undefined ? [] : [`the name ${long} has more than ${longestName} characters`];
}

function columnsOf({ declaration, name, column, items }: Variable): readonly string[] {
  if (declaration.kind !== 'question') return [];
  return items.length === 0 ? [column ?? name] : items.map((item) => item.column);
}

/** Every cell is read as text, without the spaces around it. SPSS must be told of each column; of what is not used, one character. */
function writeReading({ codebook, table, raw, writer }: Source, dataFile: string, used: ReadonlySet<string>): void {
  const weight = codebook.data?.weight?.text;
  const read = [...raw].filter(([column]) => used.has(column) || column === weight);
  const widths = [...raw].map(([column, name]) => {
    const isRead = used.has(column) || column === weight;
    return `  ${name} A${isRead ? widthOf(textsOf(table, column)) + 8 : 1}`;
  });
  const delimiter = table.delimiter === '\t' ? '"\\t"' : quoted(table.delimiter);
  writer.say(
    comment('The data'),
    `GET DATA /TYPE=TXT /FILE=${quoted(dataFile)} /ENCODING=${quoted(table.encoding)} /ARRANGEMENT=DELIMITED`,
    `  /DELIMITERS=${delimiter} /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=`,
    `${widths.join('\n')}.`,
    ...(read.length === 0
      ? []
      : [`DO REPEAT cell = ${read.map(([, name]) => name).join('\n  ')}.`, 'COMPUTE cell = LTRIM(cell).', 'END REPEAT.']),
    'COMPUTE @all = 1.',
    comment('A weight that is missing or negative counts 0'),
    `COMPUTE @weight = ${weight === undefined ? '1' : numberOf(raw.get(weight) ?? 'raw', table.decimal)}.`,
    'IF (SYSMIS(@weight)) @weight = 0.',
    'IF (@weight LT 0) @weight = 0.',
  );
}
