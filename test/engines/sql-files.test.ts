import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../server/src/cli/load';
import { parseTable } from '../../server/src/data';
import {
  describeClickHouseTable,
  openClickHouse,
  openDuckDb,
  readDuckDbFile,
  type SqlEngine,
  type SqlTable,
  tabulateBySql,
} from '../../server/src/engines';
import { boundDataOf } from '../../server/src/language';
import { type BoundData, bindData, memoryEngine } from '../../server/src/language/shares';
import { clickhouse, duckdb } from '../../server/src/language/sql';
import { withData } from '../shares/bound';
import { isInstalled, startServers } from './clickhouse/servers';
import { assertSame } from './compared';
import { requestsOf } from './requests';

const { signal } = new AbortController();

/** What the user has, opened as the command line opens it. */
describe('data in files and tables', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'codebook-engines-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const hostile = `codebook: hostile
languages: [en]
data: {file: data.csv, weight: 'w"; DROP TABLE answers; --'}
defaults: {base: answered}
questions:
  select: {label: S, column: 'a"b', scale: {categories: {from: {code: "'; DROP TABLE answers; --", label: F}, where: {code: '\\', label: W}}, missing: {group: {code: "1' OR '1'='1", kind: refused, label: G}}}}
  table: {label: T, type: text, column: '\`x\`; --', missing: {none: {code: "*/ ' /*", kind: refused}}}
  order: {label: O, scale: {categories: {by: {code: "$x", label: B}, limit: {code: "å ä ö 😀", label: L}}}, column: "it's"}
  amount: {label: A, type: number, column: belopp}
indicators:
  union: {label: U, measure: share, of: select = from, by: [order]}
  join: {label: J, measure: share, of: "table = 'x'' OR 1=1 --'", among: select = where}
  sum: {label: S, measure: total, of: amount * 1e300}
`;
  const header = ['w"; DROP TABLE answers; --', 'a"b', '`x`; --', "it's", 'belopp'];
  const rows = [
    ['1', "'; DROP TABLE answers; --", "x' OR 1=1 --", '$x', '0,5'],
    ['2', '\\', "x' OR 1=1 --", 'å ä ö 😀', '1e300'],
    ['0,5', "1' OR '1'='1", "*/ ' /*", 'å ä ö 😀', '-0'],
    ['', '', ' ', '', ''],
    ['x', ' \\ ', 'line\nbreak', ' $x', '1.5'],
  ];

  function written(delimiter: string, lines: readonly (readonly string[])[]): string {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    return `${lines.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n')}\r\n`;
  }

  function boundTo(text: Uint8Array): BoundData {
    const { table, failure } = parseTable(text, { file: 'data.csv' });
    assert.ok(table !== undefined, failure?.message);
    return bindData(
      withData(hostile, `${header.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n`).codebook,
      table,
    );
  }

  async function sameAs(bound: BoundData, table: SqlTable, where: string): Promise<void> {
    const requests = requestsOf(bound.codebook);
    assert.ok(requests.length > 3);
    const tabulated = await tabulateBySql(bound.codebook, table, requests, signal);
    assert.ok(tabulated.kind === 'tabulated', tabulated.kind === 'failed' ? tabulated.message : '');
    const memory = memoryEngine(bound);
    for (const request of requests) assertSame(request, memory.tabulate(request), tabulated.engine.tabulate(request), where);
    assert.equal(tabulated.drawn.rows, bound.rows);
  }

  async function withDuckDb(test: (engine: SqlEngine) => Promise<void>): Promise<void> {
    const opened = await openDuckDb({ threads: 1 });
    assert.ok(opened.kind === 'open', opened.kind === 'failed' ? opened.message : '');
    await test(opened.engine);
    await opened.engine.close();
  }

  async function sameInDuckDb(bound: BoundData, file: string): Promise<void> {
    await withDuckDb(async (engine) => {
      const opened = await readDuckDbFile(engine, file, {}, signal);
      assert.ok(opened.kind === 'source', opened.kind === 'failed' ? opened.message : '');
      assert.equal(opened.source.decimal, bound.table.decimal);
      await sameAs(bound, { engine, dialect: duckdb, source: opened.source }, file);
    });
  }

  it('a CSV file is read as it is in memory, hostile names and all', async () => {
    for (const delimiter of [';', ',', '\t']) {
      const file = join(folder, 'hostile.csv');
      writeFileSync(file, written(delimiter, [header, ...rows]));
      await sameInDuckDb(boundTo(readFileSync(file)), file);
    }
  });

  it('a CSV file in an old encoding', async () => {
    const file = join(folder, 'old.csv');
    const old = [header, ...rows].map((cells) => cells.map((cell) => cell.replace(' 😀', '')));
    writeFileSync(file, Buffer.from(written(';', old), 'latin1'));
    const bound = boundTo(readFileSync(file));
    assert.equal(bound.table.encoding, 'windows-1252');
    await sameInDuckDb(bound, file);
  });

  it('the samples, as CSV and as Parquet with NULL and numbers', async () => {
    const { snapshot, files } = await load(['samples/innovation-2020', 'samples/starter']);
    let compared = 0;
    for (const codebook of files) {
      const bound = boundDataOf(snapshot, codebook);
      if (bound === undefined) continue;
      const csv = join(codebook, '..', bound.codebook.data?.file?.text ?? '');
      await sameInDuckDb(bound, csv);
      const parquet = join(folder, `${compared++}.parquet`);
      await withDuckDb(async (engine) => {
        const copied = `COPY (SELECT * FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)`;
        const result = await engine.run(copied, signal);
        assert.equal(result.kind, 'rows', result.kind === 'failed' ? result.message : '');
      });
      await sameInDuckDb(bound, parquet);
    }
    assert.equal(compared, 3);
  });

  it('a table of ClickHouse with columns of its own types, and the credentials are never told', async () => {
    assert.ok(isInstalled());
    const servers = await startServers();
    try {
      const bound = withData(
        `codebook: typed
languages: [en]
data: {file: data.csv, weight: w}
defaults: {base: answered, by: [q]}
questions:
  q: {label: Q, scale: {categories: {a: {code: 1, label: A}, b: {code: 2, label: B}, c: {code: 10, label: C}}, missing: {m: {code: -9..-7, kind: refused, label: M}, n: {code: -8, kind: invalid, label: N}}}}
  n: {label: N, type: number, range: -5..5}
  s: {label: S, scale: {categories: {x: {code: "01", label: X}, y: {code: y, label: Y}}}}
`,
        'q,n,s,w\n1,0.1,01,1.5\n2,-0,y,\n10,7,1,-1\n-8,,,2\n-9,2.5,y,0.25\n3,1,y,1\n,0.30000000000000004,01,1\n',
      );
      const [url = ''] = servers.urls;
      const type = 'q Nullable(Int8), n Nullable(Float64), s String, w Nullable(Float32)';
      const values =
        "(1,0.1,'01',1.5),(2,-0,'y',NULL),(10,7,'1',-1),(-8,NULL,'',2),(-9,2.5,'y',0.25),(3,1,'y',1),(NULL,0.30000000000000004,'01',1)";
      for (const body of [`CREATE TABLE typed (${type}) ENGINE = Memory`, `INSERT INTO typed VALUES ${values}`])
        assert.ok((await fetch(url, { method: 'POST', body })).ok);
      const engine = openClickHouse({ url });
      const described = await describeClickHouseTable(engine, 'default.typed', '.', signal);
      assert.ok(described.kind === 'source', described.kind === 'failed' ? described.message : '');
      await sameAs(bound, { engine, dialect: clickhouse, source: described.source }, 'ClickHouse');
      const refused = await openClickHouse({ url: url.replace('//', '//reader:secret@') }).run('SELECT 1', signal);
      assert.ok(refused.kind === 'failed');
      assert.match(refused.message, /check user and password/);
      assert.doesNotMatch(refused.message, /secret|reader/);
      const wrong = await engine.run('SELECT nothing FROM nowhere', signal);
      assert.ok(wrong.kind === 'failed' && /can't compute this: /.test(wrong.message));
    } finally {
      await servers.stop();
    }
    const gone = await openClickHouse({ url: 'http://reader:secret@127.0.0.1:9' }).run('SELECT 1', signal);
    assert.ok(gone.kind === 'failed');
    assert.match(gone.message, /can't be reached/);
    assert.doesNotMatch(gone.message, /secret/);
  });
});
