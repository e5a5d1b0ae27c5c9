import type { Codebook } from '../../model/codebook';
import { intervalOf } from '../../model/indicators';
import { labelIn, labelsOf } from '../../model/labels';
import type { DataTable } from '../../shares';
import { groupLabels } from '../../shares/table-labels';
import { type VerifiedSubject, variablesBehind } from '../subjects';
import { rDesign } from './design';
import { answersInR } from './head-answers';
import { cellsInR } from './head-cells';
import { comparisonsInR } from './head-compare';
import { estimatesInR } from './head-estimates';
import { tablesInR } from './head-tables';
import { comment, list, quoted, vector } from './quote';
import { rInterval, rSubject } from './tables';
import { rVariable } from './variables';

/**
 * An R script that computes the subjects anew from the data file, with the package `survey`. It takes the data file and the file
 * to write results to as arguments; without them it reads `dataFile` and prints. Its results are what `readResults` reads.
 */
export function rScript(codebook: Codebook, table: DataTable, subjects: readonly VerifiedSubject[], dataFile: string): string {
  const label = labelIn(labelsOf([codebook.header.label], codebook.languages), codebook.languages[0] ?? '', '');
  const title = [codebook.header.codebook?.text ?? codebook.file, ...(label === '' ? [] : [label])].join(': ');
  const splits = [...new Set(subjects.flatMap(({ tables }) => tables.flatMap(({ by }) => by.flat())))];
  const groups = splits.map((name) => [name, vector(groupLabels(codebook.variables.get(name)).map(({ id }) => id))] as const);
  const own = intervalOf(codebook);
  return [
    comment(`Recomputes the numbers of a codebook from its data, with R's package survey. ${title}`),
    comment('Rscript THIS_FILE [DATA_FILE [RESULTS_FILE]]'),
    'suppressPackageStartupMessages(library(survey))',
    '',
    "# What follows stands apart from the codebook's own names, none of which has capitals.",
    'attach(local({',
    answersInR.trim(),
    cellsInR.trimEnd(),
    estimatesInR.trimEnd(),
    tablesInR.trimEnd(),
    comparisonsInR.trimEnd(),
    'environment()',
    '}), name = "codebook", warn.conflicts = FALSE)',
    '',
    heading('The data'),
    reading(table, dataFile),
    '',
    rDesign(codebook.data?.weight?.text, codebook.data?.design),
    `CI <- ${rInterval(own)}`,
    '',
    heading('Questions and derived variables, in the order in which they rest on each other'),
    ...variablesBehind(codebook, subjects).map((variable) => `${rVariable(codebook, variable)}\n`),
    heading('The numbers'),
    `GROUPS <- ${list(groups)}`,
    '',
    ...subjects.map((subject) => `${rSubject(codebook, subject, own)}\n`),
    'ENGINE <- paste0("engine\\tR ", getRversion(), " with survey ", packageVersion("survey"))',
    'writeLines(c(ENGINE, RESULTS$lines), if (length(ARGUMENTS) > 1) ARGUMENTS[2] else stdout())',
    '',
  ].join('\n');
}

function heading(text: string): string {
  return `# -- ${text} ${'-'.repeat(Math.max(3, 112 - text.length))}`;
}

/** Every cell is read as text: what is a number, a code or a missing answer is the codebook's to say. */
function reading({ delimiter, decimal, encoding, columns }: DataTable, dataFile: string): string {
  const utf8 = /^utf-?8$/i.test(encoding);
  return [
    'ARGUMENTS <- commandArgs(trailingOnly = TRUE)',
    `DATA <- if (length(ARGUMENTS) > 0) ARGUMENTS[1] else ${quoted(dataFile)}`,
    `ENCODING <- ${quoted(utf8 ? 'UTF-8-BOM' : encoding)}`,
    `DECIMAL <- ${quoted(decimal)}`,
    'FIRST <- readLines(DATA, 1, warn = FALSE)',
    'RAW <- read.table(DATA,',
    `  header = TRUE, sep = ${quoted(delimiter).replace('\\u{9}', '\\t')}, quote = "\\"", colClasses = "character", na.strings = character(), check.names = FALSE,`,
    `  comment.char = "", blank.lines.skip = ${columns.size > 1 ? 'TRUE' : 'FALSE'}, row.names = NULL, fileEncoding = ENCODING,`,
    '  skip = if (grepl("^sep=", FIRST, useBytes = TRUE)) 1 else 0',
    ')',
    'names(RAW) <- trimws(names(RAW))',
    'RAW[] <- lapply(RAW, trimws)',
    'RESPONDENTS <- nrow(RAW)',
  ].join('\n');
}
