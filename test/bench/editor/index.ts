import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCodebook } from '../generate';
import { type Places, placesIn } from './places';
import { buildOurs, ourServers, peerServer, type Server } from './servers';
import { Fault, Late, patience, type Session, startSession } from './session';
import { type Sample, type Step, stepsOf } from './steps';
import { createResults, printResults, type Results } from './table';

/** How long an editor waits at codebooks of several sizes: our server beside the general one for YAML, step by step in turn. */
export async function benchEditor(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  if (options.build) buildOurs();
  const servers = ourServers();
  const peer = options.only === 'ours' ? undefined : peerServer();
  const results = createResults(options.sizes);
  for (const size of options.sizes) {
    const places = placesIn(generateCodebook({ questions: size, shared: Math.min(300, Math.floor(size / 20)) }));
    for (let round = 0; round < options.rounds; round += 1) {
      const taking = peer !== undefined && size <= options.peerUpTo ? [...servers, peer] : servers;
      console.error(`${size.toLocaleString('en')} questions, round ${round + 1} of ${options.rounds}`);
      await measureRound({ servers: taking, places, results, size, seconds: options.seconds, edits: options.edits });
    }
  }
  printResults(results, options.peerUpTo);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results.all(), null, 2)}\n`);
}

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string', default: '100,1000,10000,50000' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      seconds: { type: 'string', default: '30' },
      'peer-up-to': { type: 'string', default: '10000' },
      edits: { type: 'string', default: '0' },
      json: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  return {
    sizes: values.questions.split(',').map(Number),
    rounds: Number(values.rounds),
    only: values.only,
    seconds: Number(values.seconds),
    peerUpTo: Number(values['peer-up-to']),
    edits: Number(values.edits),
    json: values.json,
    build: !values['no-build'],
  };
}

interface Round {
  readonly servers: readonly Server[];
  readonly places: Places;
  readonly results: Results;
  readonly size: number;
  readonly seconds: number;
  readonly edits: number;
}

/** The servers take turns at each step, so that what else the machine does falls on all alike. */
async function measureRound({ servers, places, results, size, seconds, edits }: Round): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'codebook-bench-'));
  const sessions = new Map<Server, Session>();
  try {
    for (const server of servers) sessions.set(server, await startSession(server, pathToFileURL(folder).href));
    for (const step of stepsOf(edits))
      for (const [server, session] of sessions) {
        if (!step.sides.includes(server.side)) continue;
        const begin = performance.now();
        const { samples, why } = await take(step, session, places, seconds);
        for (const [series, value] of samples) results.add({ series, side: server.side, size, value });
        console.error(`  ${server.side}: ${step.name} ${((performance.now() - begin) / 1000).toFixed(1)} s`);
        if (why === undefined) continue;
        results.end({ step: step.name, side: server.side, size, why });
        session.end();
        sessions.delete(server);
      }
  } finally {
    for (const session of sessions.values()) session.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly samples: readonly Sample[];
  /** Why the server was not asked on. */
  readonly why?: string;
}

/** Takes what a step gives, for as long as it may last. Long enough for one sample it always lasts. */
async function take(step: Step, session: Session, places: Places, seconds: number): Promise<Taken> {
  const samples: Sample[] = [];
  const end = step.isLong ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1000;
  try {
    for await (const sample of step.run(session, places)) {
      samples.push(sample);
      if (performance.now() > end) break;
    }
  } catch (error) {
    if (error instanceof Late) return { samples, why: `over ${patience / 1000} s` };
    if (!(error instanceof Fault)) throw error;
  }
  // A server that reports a fault has answered emptily, and fast.
  const [fault] = session.faults;
  return fault === undefined ? { samples } : { samples: [], why: fault.split('\n')[0] ?? '' };
}
