import assert from 'node:assert/strict';
import { TrinoSQL } from 'dt-sql-parser';
import fc from 'fast-check';
import { parse } from 'libpg-query';
import { load } from '../../server/src/cli/load';
import { boundDataOf } from '../../server/src/language';
import type { BoundData, TabulationRequest } from '../../server/src/language/shares';
import { compileSample, compileView, type Dialect, postgres, trino } from '../../server/src/language/sql';
import { generatedCase } from '../engines/generated';
import { requestsOf } from '../engines/requests';
import { textSource } from '../engines/sources';
import { withData } from '../shares/bound';

/** Each system's own grammar takes every statement. */
describe('the grammars of PostgreSQL and Trino take the statements', function () {
  this.timeout(120_000);

  it('of all samples', async () => {
    const { snapshot, files } = await load(['samples/innovation-2020', 'samples/starter']);
    for (const file of files) {
      const bound = boundDataOf(snapshot, file);
      if (bound === undefined) continue;
      const requests = requestsOf(bound.codebook);
      await accepted(bound, requests, [postgres]);
      // Its parser takes long for long statements: one for each question and split.
      for (const request of requests.filter((_, at) => at % 7 === 0)) await accepted(bound, [request], [trino]);
    }
  });

  it('of generated codebooks', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCase, fc.nat(), async ({ codebook, header }, seed) => {
        const bound = withData(codebook, `${header.join(',')}\n`);
        const requests = requestsOf(bound.codebook);
        await accepted(bound, requests, [postgres]);
        await accepted(bound, requests.slice(seed % requests.length).slice(0, 1), [trino]);
      }),
      { numRuns: 12 },
    );
  });

  it('whatever names and texts a codebook has', async () => {
    const hostile = `codebook: hostile
languages: [en]
data: {file: data.csv, weight: 'w"; DROP TABLE answers; --'}
questions:
  select: {label: S, column: 'a"b', scale: {categories: {from: {code: "'; DROP TABLE answers; --", label: F}, where: {code: '\\', label: W}}, missing: {group: {code: "1' OR '1'='1", kind: refused, label: G}}}}
  table: {label: T, type: text, column: '\`x\`; --', missing: {none: {code: "*/ ' /*", kind: refused}}}
  order: {label: O, scale: {categories: {by: {code: "\${x}", label: B}, limit: {code: "å ä ö 😀", label: L}}}, column: "it's"}
indicators:
  union: {label: U, measure: share, of: select = from, by: [order]}
  join: {label: J, measure: share, of: "table = 'x'' OR 1=1 --'", among: select = where}
`;
    const columns = ['w"; DROP TABLE answers; --', 'a"b', '`x`; --', "it's"];
    const bound = withData(hostile, `${columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n`);
    const requests = requestsOf(bound.codebook);
    assert.ok(requests.length >= 4);
    await accepted(bound, requests, [postgres, trino]);
    const { statement } = compileView(bound.codebook, textSource(['a"; --', 'b'], bound.table, false), postgres, requests);
    assert.equal((await parse(statement ?? '')).stmts?.length, 1);
  });
});

async function accepted(
  { codebook, table }: BoundData,
  requests: readonly TabulationRequest[],
  dialects: readonly Dialect[],
): Promise<void> {
  const source = textSource(['survey', 'answers'], table, false);
  for (const dialect of dialects) {
    const view = compileView(codebook, source, dialect, requests).statement;
    const statements = [compileSample(codebook, source, dialect).statement, ...(view === undefined ? [] : [view])];
    for (const statement of statements) {
      if (dialect.name === 'postgres') await parsed(statement);
      else assert.deepEqual(new TrinoSQL().validate(statement), [], statement);
    }
  }
}

/** With what stands around the place where it fails. */
async function parsed(statement: string): Promise<void> {
  try {
    await parse(statement);
  } catch (error) {
    const at = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? 0;
    assert.fail(`${String(error)}: ${statement.slice(Math.max(0, at - 300), at)} HERE ${statement.slice(at, at + 100)}`);
  }
}
