import type { Codebook, ResolvedInterval } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import type { Operand, Plan, ShareTable } from '../../shares';
import type { VerifiedSubject } from '../subjects';
import { rExpression } from './expressions';
import { call, comment, list, quoted, rName, vector } from './quote';

/** One section of the script: a comment with the codebook's words, and a call for each split. */
export function rSubject(codebook: Codebook, subject: VerifiedSubject, usual: ResolvedInterval): string {
  const { plan, tables, name } = subject;
  const label = labelIn(plan.subject.labels, codebook.languages[0] ?? '', name.id);
  const title = comment(`${name.id}: ${label}`);
  const definition = comment(`${plan.measure}${definitionText(codebook, subject)}, base: ${plan.base}`);
  const calls = tables.flatMap((table) =>
    [...callsOf(plan, table, usual), ...comparisonsOf(plan, table, usual)].map(([name = '', ...parts]) => call(name, parts)),
  );
  return [title, definition, ...calls].join('\n');
}

function definitionText(codebook: Codebook, { name }: VerifiedSubject): string {
  const declaration = name.kind === 'indicator' ? codebook.indicators.get(name.id) : undefined;
  if (declaration === undefined) return '';
  const { of, per, among } = declaration;
  return [
    of === undefined ? '' : ` of ${of.parsed.text}`,
    per === undefined ? '' : ` per ${per.parsed.text}`,
    among === undefined ? '' : `, among ${among.parsed.text}`,
  ].join('');
}

function callsOf(plan: Plan, table: ShareTable, usual: ResolvedInterval): readonly (readonly string[])[] {
  const common = whom(plan, table);
  const sampled = [...common, ...designOf(plan), ...intervalOf(plan.ci, usual)];
  const of = ofRows(plan);
  const id = quoted(plan.subject.id);
  const base = `base = ${quoted(plan.base)}`;
  switch (plan.measure) {
    case 'share':
      return [plan.base === 'responses' ? ['share_of_ticks', id, of, ...sampled] : ['share', id, of, base, ...sampled]];
    case 'distribution':
      return [['distribution', id, of, base, ...rowsOf(plan, table), ...sampled]];
    case 'mean':
      return plan.subject.kind === 'indicator'
        ? [['mean_number', id, of, ...sampled]]
        : [
            ['mean_number', id, of, ...sampled],
            ['median_number', id, of, ...sampled],
          ];
    case 'median':
      return [['median_number', id, of, ...sampled]];
    case 'quantile':
      return [['quantiles', id, of, `at = c(${plan.at.join(', ')})`, ...sampled]];
    case 'total':
      return [['total', id, of, ...sampled]];
    case 'ratio':
      return [['ratio', id, of, perRows(plan), ...sampled]];
    case 'alpha':
      return [
        [
          'alpha',
          id,
          `of = ${list((plan.rows[0]?.of ?? []).map((one) => [undefined, operand(one)]))}`,
          ...common,
          ...designOf(plan),
        ],
      ];
    case 'count':
      return [['count', id, ...(plan.rows[0]?.of.length === 0 ? [] : [of, base]), ...common]];
  }
}

/** Whom the numbers are of: the groups, and the restriction. */
function whom(plan: Plan, { by }: ShareTable): readonly string[] {
  return [
    ...(by.length === 0 ? [] : [`by = ${vector(by)}`]),
    ...(plan.among === undefined ? [] : [`among = as_answer(${operand(plan.among)})`]),
  ];
}

function ofRows(plan: Plan): string {
  return `of = ${list(plan.rows.map((row) => [row.item?.id, operand(row.of[0])] as const))}`;
}

/** The differences and tests that the indicator asks for. */
function comparisonsOf(plan: Plan, table: ShareTable, usual: ResolvedInterval): readonly (readonly string[])[] {
  const id = quoted(plan.subject.id);
  const sampled = [...whom(plan, table), ...designOf(plan)];
  const { compare } = plan;
  const asked = typeof compare === 'object' ? vector(compare) : compare === undefined ? undefined : quoted(compare);
  const nets = [...plan.nets].map(([net, members]) => [net, vector(members)] as const);
  const rows = table.categories.filter(({ net }) => net !== true).map((category) => category.id);
  return [
    ...(asked === undefined
      ? []
      : [
          [
            'compare',
            id,
            quoted(comparedStatistic(plan)),
            ofRows(plan),
            `compare = ${asked}`,
            ...(plan.base === 'responses' ? [] : [`base = ${quoted(plan.base)}`]),
            ...(plan.measure === 'ratio' ? [perRows(plan)] : []),
            ...(plan.measure === 'distribution' ? [`categories = ${vector(rows)}`] : []),
            ...(nets.length === 0 ? [] : [`nets = ${list(nets)}`]),
            ...(plan.adjust === 'holm' ? ['holm = TRUE'] : []),
            ...sampled,
            ...intervalOf(plan.ci, usual),
          ],
        ]),
    ...(plan.test === undefined || table.by.length === 0 ? [] : [['test_of_independence', id, ofRows(plan), ...sampled]]),
  ];
}

function comparedStatistic({ measure, base }: Plan): string {
  if (base === 'responses') return 'share of ticks';
  return measure === 'distribution' ? 'share' : measure;
}

function perRows(plan: Plan): string {
  return `per = ${list(plan.rows.map((row) => [row.item?.id, operand(row.of[1])] as const))}`;
}

function rowsOf(plan: Plan, table: ShareTable): readonly string[] {
  const categories = plan.categories.filter(({ net }) => net !== true).map(({ id }) => id);
  const nets = [...plan.nets].map(([id, members]) => [id, vector(members)] as const);
  const kinds = table.categories.flatMap(({ missing }) => missing ?? []);
  return [
    `categories = ${vector(categories)}`,
    ...(nets.length === 0 ? [] : [`nets = ${list(nets)}`]),
    ...(kinds.length === 0 ? [] : [`kinds = ${vector(kinds)}`]),
  ];
}

function designOf(plan: Plan): readonly string[] {
  if (!plan.weighted) return ['design = UNWEIGHTED'];
  return plan.designed ? [] : ['design = UNDESIGNED'];
}

/** Said where it is not the codebook's default. */
function intervalOf(own: ResolvedInterval, usual: ResolvedInterval): readonly string[] {
  const said = rInterval(own);
  return said === rInterval(usual) ? [] : [`ci = ${said}`];
}

export function rInterval({ method, level, df, cap }: ResolvedInterval): string {
  return `list(method = ${quoted(method)}, level = ${level}, df = ${quoted(df)}, cap = ${cap ? 'TRUE' : 'FALSE'})`;
}

function operand(of: Operand | undefined): string {
  if (of === undefined || of.kind === 'bound') return 'stop("no operand")';
  return of.kind === 'variable' ? rName(of.name, of.item) : rExpression(of.expression, of.item);
}
