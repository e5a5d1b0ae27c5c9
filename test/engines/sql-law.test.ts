import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from '../../server/src/cli/load';
import { parseTable } from '../../server/src/data';
import { boundDataOf } from '../../server/src/language';
import { type BoundData, bindData, memoryEngine } from '../../server/src/language/shares';
import { compileSample, compileView } from '../../server/src/language/sql';
import { withData } from '../shares/bound';
import { isInstalled, type Servers, startServers } from './clickhouse/servers';
import { assertSame } from './compared';
import { leavesOf, plainSample } from './drawn';
import { type GeneratedCase, generatedCase } from './generated';
import { requestsOf } from './requests';
import { clickHouseSystem, duckDbSystem, type System } from './systems';

/** In memory, in DuckDB, in ClickHouse and in ClickHouse over two servers: the same counts, and the same sums to 1e-10. */
describe('one statement counts what the engine in memory counts', function () {
  this.timeout(600_000);
  const systems = new Map<string, System>();
  let servers: Servers | undefined;

  before(async () => {
    assert.ok(isInstalled(), 'ClickHouse is not installed: apt-get install clickhouse-server');
    servers = await startServers();
    systems.set('DuckDB', await duckDbSystem());
    systems.set('ClickHouse', clickHouseSystem(servers.urls.slice(0, 1), undefined));
    systems.set('distributed ClickHouse', clickHouseSystem(servers.urls, servers.cluster));
  });

  after(async () => {
    for (const system of systems.values()) await system.close();
    await servers?.stop();
  });

  let tables = 0;
  async function compare(bound: BoundData): Promise<void> {
    const requests = requestsOf(bound.codebook);
    const memory = memoryEngine(bound);
    for (const [key, system] of systems) {
      const name = `t${tables++}`;
      const source = await system.load(name, bound.table);
      const sampled = compileSample(bound.codebook, source, system.dialect);
      const drawn = sampled.decode(await system.query(sampled.statement));
      const leaves = leavesOf(bound, drawn);
      for (const designed of [true, false])
        assert.deepEqual(
          plainSample(drawn.sample(designed), (leaf) => leaf),
          plainSample(memory.sample(designed), designed ? leaves : (leaf) => leaf),
          key,
        );
      const { statement, decode } = compileView(bound.codebook, source, system.dialect, requests, drawn.drawing);
      const results = decode(statement === undefined ? [] : await system.query(statement));
      for (const [at, request] of requests.entries())
        assertSame(request, memory.tabulate(request), results[at], key, request.designed ? leaves : undefined);
      await system.drop(name);
    }
  }

  it('for all samples', async () => {
    const { snapshot, files } = await load(['samples/innovation-2020', 'samples/starter']);
    let compared = 0;
    for (const file of files) {
      const bound = boundDataOf(snapshot, file);
      if (bound === undefined) continue;
      await compare(bound);
      compared++;
    }
    assert.equal(compared, 3);
  });

  it('for generated codebooks, expressions and data', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCase, async (one) => compare(bind(one))),
      { numRuns: Number(process.env.RUNS ?? 40), interruptAfterTimeLimit: 300_000, endOnFailure: true },
    );
  });
});

function bind({ codebook, header, rows, decimal }: GeneratedCase): BoundData {
  const bound = withData(codebook, `${header.join(',')}\n`);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [header, ...rows].map((cells) => cells.map(quoted).join(','));
  const { table, failure } = parseTable(new TextEncoder().encode(`${lines.join('\n')}\n`), { file: 'data.csv', decimal });
  assert.ok(table !== undefined, failure?.message);
  return bindData(bound.codebook, table);
}
