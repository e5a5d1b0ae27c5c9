import type { DesignDeclaration, ReplicateDeclaration } from '../../model/declarations';
import { quoted, vector } from './quote';

/**
 * The three designs that numbers are estimated with: as declared (`DESIGN`), each respondent by itself with its weight
 * (`UNDESIGNED`), and each with weight 1 (`UNWEIGHTED`).
 */
export function rDesign(weight: string | undefined, design: DesignDeclaration | undefined): string {
  const lines = [
    '# A weight that is missing or negative counts 0.',
    weight === undefined ? 'WEIGHT <- rep(1, RESPONDENTS)' : `WEIGHT <- read_number(RAW[[${quoted(weight)}]])`,
    'WEIGHT[is.na(WEIGHT) | WEIGHT < 0] <- 0',
    'SAMPLE <- data.frame(respondent = seq_len(RESPONDENTS), weight = WEIGHT, one = rep(1, RESPONDENTS))',
    'UNWEIGHTED <- svydesign(ids = ~1, weights = ~one, data = SAMPLE)',
    'UNDESIGNED <- svydesign(ids = ~1, weights = ~weight, data = SAMPLE)',
  ];
  return [...lines, ...(design === undefined ? ['DESIGN <- UNDESIGNED', 'DEGREES <- NULL'] : declared(design))].join('\n');
}

function declared(design: DesignDeclaration): readonly string[] {
  return design.replicate === undefined ? linearised(design) : replicated(design.replicate);
}

/** Ids of units are read within their stratum (`nest`). Where strata or sizes have one stage more, respondents are its units. */
function linearised({ strata, psu, fpc, lonePsu }: DesignDeclaration): readonly string[] {
  const stages = Math.max(strata.length, fpc.length);
  const columns = [
    ...strata.map((column, at) => `SAMPLE$strata${at + 1} <- RAW[[${quoted(column.text)}]]`),
    ...psu.map((column, at) => `SAMPLE$psu${at + 1} <- RAW[[${quoted(column.text)}]]`),
    ...fpc.map((column, at) => `SAMPLE$fpc${at + 1} <- read_number(RAW[[${quoted(column.text)}]])`),
  ];
  const units = [...numbered('psu', psu.length), ...(psu.length > 0 && stages > psu.length ? ['respondent'] : [])];
  const parts = [
    `ids = ~${units.length === 0 ? '1' : units.join(' + ')}`,
    ...(strata.length === 0 ? [] : [`strata = ~${numbered('strata', strata.length).join(' + ')}`]),
    ...(fpc.length === 0 ? [] : [`fpc = ~${numbered('fpc', fpc.length).join(' + ')}`]),
    'weights = ~weight',
    'data = SAMPLE',
    'nest = TRUE',
  ];
  return [
    ...columns,
    `options(survey.lonely.psu = ${quoted(lonePsu)})`,
    `DESIGN <- svydesign(${parts.join(', ')})`,
    'DEGREES <- NULL',
  ];
}

function numbered(name: string, length: number): readonly string[] {
  return Array.from({ length }, (_, at) => `${name}${at + 1}`);
}

const types: Readonly<Record<string, string>> = {
  brr: 'BRR',
  fay: 'Fay',
  jk1: 'JK1',
  jk2: 'JK2',
  jkn: 'JKn',
  bootstrap: 'bootstrap',
  successive_difference: 'successive-difference',
};

function replicated({ columns, method, scale, rscales, rho, around, df }: ReplicateDeclaration): readonly string[] {
  const parts = [
    'data = SAMPLE',
    'repweights = REPLICATES',
    'weights = ~weight',
    `type = ${quoted(types[method ?? 'other'] ?? 'other')}`,
    ...(scale === undefined ? [] : [`scale = ${scale.value}`]),
    ...(rscales === undefined
      ? []
      : [`rscales = rep_len(c(${rscales.map(({ value }) => value).join(', ')}), ncol(REPLICATES))`]),
    ...(rho === undefined ? [] : [`rho = ${rho.value}`]),
    'combined.weights = TRUE',
    `mse = ${around === 'estimate' ? 'TRUE' : 'FALSE'}`,
  ];
  return [
    `REPLICATES <- sapply(${vector(columns.map(({ text }) => text))}, function(column) read_number(RAW[[column]]))`,
    'REPLICATES[is.na(REPLICATES)] <- 0',
    `DESIGN <- svrepdesign(${parts.join(', ')})`,
    `DEGREES <- ${df?.value ?? 'degf(DESIGN)'}`,
  ];
}
