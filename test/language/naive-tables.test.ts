import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Codebook, codebookOf } from '../../server/src/language';
import { compile } from '../../server/src/language/expression/evaluate';
import { isInBase, type Value } from '../../server/src/language/expression/value';
import { checkedExpression } from '../../server/src/language/model/checked';
import type { ResolvedIndicator } from '../../server/src/language/model/codebook';
import type { ExpressionText } from '../../server/src/language/model/declarations';
import { resolveIndicator } from '../../server/src/language/model/indicators';
import { respondent } from '../../server/src/language/model/respondent';
import type { ExpressionPlace } from '../../server/src/language/model/scope';
import { universeOfExpression } from '../../server/src/language/model/universe';
import { bindData, type Cell, type ShareTable, tablesFor } from '../../server/src/language/shares';
import { folder, snapshotOf } from '../harness/codebooks';
import { type GeneratedRow, generatedRow, tableOf } from './generated-rows';

/** Tables are made over columns and tallies. Here the same numbers are counted person by person, as one would by hand. */
describe('tables are what one counts by hand', () => {
  it('for routing of every sort', () => {
    const text = readFileSync(join(import.meta.dirname, 'routing-of-every-sort.codebook.yaml'), 'utf8');
    const codebook = codebookOf(snapshotOf(text), `${folder}main.codebook.yaml`);
    assert.ok(codebook !== undefined && codebook.indicators.size > 10);
    const seeds = fc.array(fc.integer(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(seeds, (chosen) =>
        assertTables(
          codebook,
          chosen.map((seed) => generatedRow(codebook, seed)),
        ),
      ),
      { numRuns: 60 },
    );
  });
});

type Person = ReturnType<typeof respondent>;

function assertTables(codebook: Codebook, rows: readonly GeneratedRow[]): void {
  const bound = bindData(codebook, tableOf(rows));
  const people = rows.map(({ answers }) =>
    respondent(codebook, (variable, item) => answers.get(item === undefined ? variable : `${variable}.${item}`)),
  );
  for (const [id, declaration] of codebook.indicators) {
    const tables = tablesFor(codebook, bound, { kind: 'indicator', id });
    assert.ok(tables.length > 0, id);
    const resolved = resolveIndicator(codebook, declaration);
    for (const table of tables) {
      for (const cell of table.cells) assertCell(codebook, resolved, table, cell, people);
    }
  }
}

function assertCell(
  codebook: Codebook,
  { declaration, base }: ResolvedIndicator,
  table: ShareTable,
  cell: Cell,
  people: readonly Person[],
): void {
  const { of, among } = declaration;
  assert.ok(of !== undefined && base !== undefined && base !== 'responses');
  const kept = people
    .filter((person) => among === undefined || isYes(valueFor(codebook, among, 'among', undefined, person)))
    .filter((person) => table.by.every((name, at) => cell.groups[at] === 'total' || groupOf(person(name)) === cell.groups[at]));
  const values = kept.map((person) => valueFor(codebook, of, 'indicator_of', cell.item, person));
  const inBase = values.filter((value) => isInBase(value, base));
  const where = `${table.subject.id} ${JSON.stringify([cell.item, cell.category, cell.groups])}`;
  assert.equal(cell.waterfall.base.n, inBase.length, `base of ${where}`);
  const expected = numberOf(codebook, cell, table, inBase);
  const found = cell.estimate.kind === 'value' ? cell.estimate.value : undefined;
  const isNear = found === expected || Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)) < 1e-9;
  assert.ok(isNear, `${where}: ${found}, by hand ${expected}`);
}

/** Outside the universe of an expression its value is `not_asked`. */
function valueFor(
  codebook: Codebook,
  text: ExpressionText,
  where: ExpressionPlace,
  item: string | undefined,
  person: Person,
): Value {
  const isOutside = universeOfExpression(codebook, text, where, item).some(({ expression }) => {
    const asked = compile(checkedExpression(codebook, expression, 'ask_if').checked.typed)(person);
    return asked.known ? asked.value === false : asked.kind === 'not_asked';
  });
  if (isOutside) return { known: false, kind: 'not_asked' };
  return compile(checkedExpression(codebook, text, where).checked.typed)(person, item);
}

function isYes(value: Value): boolean {
  return value.known && value.value === true;
}

function groupOf(value: Value): string {
  if (!value.known) return 'missing';
  return typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : `${value.value}`;
}

function numberOf(codebook: Codebook, cell: Cell, table: ShareTable, inBase: readonly Value[]): number | undefined {
  const share = (isCounted: (value: Value) => boolean): number | undefined =>
    inBase.length === 0 ? undefined : inBase.filter(isCounted).length / inBase.length;
  if (table.subject.measure === 'distribution') return share((value) => isInRow(codebook, cell, table, value));
  if (cell.statistic === 'share') return share(isYes);
  if (cell.statistic === 'count') return inBase.filter(isYes).length;
  const sum = inBase.reduce((total, value) => total + (value.known ? Number(value.value) : 0), 0);
  if (inBase.length === 0) return undefined;
  return cell.statistic === 'mean' ? sum / inBase.length : sum;
}

/** A row is a category, a missing kind, or a group of the scale. */
function isInRow(codebook: Codebook, { category }: Cell, table: ShareTable, value: Value): boolean {
  if (!value.known) return category === `kind:${value.kind}`;
  if (category === value.value) return true;
  const of = codebook.indicators.get(table.subject.id)?.of?.parsed.text.trim() ?? '';
  const group = codebook.variables.get(of)?.scale?.groups.find(({ id }) => id === category);
  return group?.members.includes(`${value.value}`) ?? false;
}
