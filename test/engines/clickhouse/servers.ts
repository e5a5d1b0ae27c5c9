import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two servers of ClickHouse on this machine's own address, each of which knows both as one cluster. */
export interface Servers {
  readonly urls: readonly string[];
  readonly cluster: string;
  /** Stops both and removes all that they wrote. */
  readonly stop: () => Promise<void>;
}

/** Whether the server is installed (Debian: `clickhouse-server`). */
export function isInstalled(): boolean {
  return spawnSync('clickhouse-server', ['--version'], { stdio: 'ignore' }).error === undefined;
}

const cluster = 'both';

/** Starts the servers with free ports and all their state in a temporary folder. */
export async function startServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-clickhouse-'));
  const ports = await Promise.all(Array.from({ length: 6 }, freePort));
  const servers = [0, 1].map((at) => {
    const [http = 0, tcp = 0, replication = 0] = ports.slice(at * 3);
    return { home: join(folder, `server-${at + 1}`), http, tcp, replication };
  });
  const shards = servers
    .map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join('');
  const processes = servers.map((server) => startServer(server, shards));
  const urls = servers.map(({ http }) => `http://127.0.0.1:${http}`);
  const stop = async () => {
    await Promise.all(processes.map(stopProcess));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(urls.map((url, at) => answering(url, processes[at])));
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, cluster, stop };
}

interface Server {
  readonly home: string;
  readonly http: number;
  readonly tcp: number;
  readonly replication: number;
}

function startServer({ home, http, tcp, replication }: Server, shards: string): ChildProcess {
  mkdirSync(join(home, 'tmp'), { recursive: true });
  writeFileSync(
    join(home, 'config.xml'),
    `<yandex>
  <logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${replication}</interserver_http_port>
  <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path>
  <users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <remote_servers><${cluster}>${shards}</${cluster}></remote_servers>
</yandex>
`,
  );
  writeFileSync(
    join(home, 'users.xml'),
    `<yandex>
  <profiles><default><max_threads>2</max_threads></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default/></quotas>
</yandex>
`,
  );
  mkdirSync(join(home, 'data'));
  return spawn('clickhouse-server', [`--config-file=${join(home, 'config.xml')}`], { cwd: home, stdio: 'ignore' });
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

/** Waits until a server answers, at most half a minute. */
async function answering(url: string, server: ChildProcess | undefined): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (server?.exitCode !== null) throw new Error('A server of ClickHouse ended before it answered.');
    const isUp = await fetch(`${url}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`ClickHouse at ${url} did not answer within half a minute.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
