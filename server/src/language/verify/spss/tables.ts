import { single } from '../../expression';
import type { Variable } from '../../model/codebook';
import { labelIn } from '../../model/labels';
import type { Operand, ShareTable } from '../../shares';
import type { VerifiedSubject } from '../subjects';
import type { Compiled } from './compiled';
import { compile } from './expressions';
import { writeMeasure } from './measures';
import { comment, kindName, spssName } from './names';
import type { Output, ResultFile } from './output';
import type { Source } from './source';
import { numberOf } from './variables';

/** The statements of one subject: a section with the codebook's words, and for each split its numbers. */
export function writeSubject(source: Source, output: Output, subject: VerifiedSubject): void {
  const { codebook, writer } = source;
  const { plan, name, tables } = subject;
  const label = labelIn(plan.subject.labels, codebook.languages[0] ?? '', name.id);
  writer.say('', comment(`---- ${name.id}: ${label}`));
  const declaration = name.kind === 'indicator' ? codebook.indicators.get(name.id) : undefined;
  const of = declaration?.of === undefined ? '' : ` of ${declaration.of.parsed.text}`;
  const per = declaration?.per === undefined ? '' : ` per ${declaration.per.parsed.text}`;
  const among = declaration?.among === undefined ? '' : `, among ${declaration.among.parsed.text}`;
  writer.say(comment(`${plan.measure}${of}${per}${among}, base: ${plan.base}`));
  for (const table of tables) writeTable(source, output, subject, table);
}

function writeTable(source: Source, output: Output, { plan }: VerifiedSubject, table: ShareTable): void {
  const { codebook, writer } = source;
  const kept = plan.among === undefined ? undefined : operand(source, plan.among);
  writer.say(
    ...(table.by.length === 0 ? [] : [comment(`by ${table.by.join(' * ')}`)]),
    'COMPUTE @kept = 1.',
    ...(kept === undefined ? [] : ['COMPUTE @kept = 0.', `IF (${kept.kind} EQ 0 AND ${kept.value} EQ 1) @kept = 1.`]),
  );
  const groups = table.by.map((name, at) => groupsOf(source, codebook.variables.get(name), at));
  const operands = plan.rows.map((row) => row.of.map((one) => operand(source, one)));
  const isCondition = plan.rows.every(({ of: [first] }) => first !== undefined && isYesNo(source, first));
  writeMeasure({ source, output, plan, table, operands, isCondition, patterns: patternsOf(groups) });
}

/** The groups of one variable of the split, numbered: 0 for those without one. */
function groupsOf({ writer }: Source, variable: Variable | undefined, at: number): ReadonlyMap<number, string> {
  if (variable === undefined) return new Map();
  const isYesNo = variable.type?.kind === 'yes_no';
  const name = spssName(variable.name);
  const turned = isYesNo ? '(1=1)(0=2) (ELSE=0)' : '(SYSMIS=0) (ELSE=COPY)';
  writer.say(`RECODE ${name} ${turned} INTO @group${at + 1}.`);
  const ids = (variable.scale?.categories ?? []).map(({ id }) => id);
  const numbered = ids.map((id) => [isYesNo ? 2 - numberOf(variable, id) : numberOf(variable, id), id] as const);
  return new Map([...numbered, [0, 'missing'] as const]);
}

/** Every way of summing over some of the split's variables and not over the others. */
function patternsOf(groups: readonly ReadonlyMap<number, string>[]): readonly ResultFile['groups'][] {
  return groups.reduce<readonly ResultFile['groups'][]>(
    (before, one) =>
      before.flatMap((pattern) => [
        [...pattern, one],
        [...pattern, undefined],
      ]),
    [[]],
  );
}

function isYesNo({ codebook }: Source, of: Operand): boolean {
  if (of.kind === 'bound') return false;
  const type = of.kind === 'variable' ? codebook.variables.get(of.name)?.type : of.expression.type;
  return type !== undefined && type.kind !== 'unknown' && single(type).kind === 'yes_no';
}

function operand({ writer }: Source, of: Operand): Compiled {
  if (of.kind === 'bound') return { value: '$SYSMIS', kind: '0' };
  if (of.kind === 'variable') return { value: spssName(of.name, of.item), kind: kindName(of.name, of.item) };
  return compile(of.expression, { writer, item: of.item });
}
