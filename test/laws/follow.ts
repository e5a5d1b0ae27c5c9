import assert from 'node:assert/strict';
import {
  applyChanges,
  type Change,
  emptySnapshot,
  reportedProblems,
  reportedSteps,
  type SeveritySettings,
  type Snapshot,
} from '../../server/src/language';
import type { Library } from './libraries';
import { carriedOut, type Step, type World } from './steps';
import { asText, shownAt, told, toldProblems } from './told';

interface Version {
  readonly world: World;
  readonly snapshot: Snapshot;
  /** Problems that somebody has begun to look for, and goes on with when there are newer versions. */
  readonly begun?: Begun;
}

interface Begun {
  readonly file: string;
  readonly steps: ReturnType<typeof reportedSteps>;
}

const settings: SeveritySettings = { 'unused-scale': 'off', 'unknown-variable': 'warning' };

/** Does what the steps say, and compares what is known with what reading the files anew tells. */
export function follow(library: Library, steps: readonly Step[]): void {
  const versions: Version[] = [opened(library)];
  for (const [at, step] of steps.entries()) {
    const now = versions.at(-1) ?? opened(library);
    const { changes, world } = carriedOut(library, now.world, step);
    const snapshot = applyChanges(now.snapshot, changes);
    versions.push({ world, snapshot, ...(step.ask === 'nothing' ? { begun: begin(world, snapshot, step) } : {}) });
    compare(versions, step, `step ${at}: ${JSON.stringify(step)}`);
  }
  const last = versions.at(-1);
  if (last !== undefined) same(told(last.snapshot), told(anew(last.world)), 'at the end');
}

function opened({ texts, tables: [table] }: Library): Version {
  const data = new Map(table === undefined ? [] : [...texts.keys()].map((file) => [file, { kind: 'ready', table }] as const));
  const world: World = { texts, data, past: [] };
  const snapshot = anew(world);
  told(snapshot);
  return { world, snapshot };
}

function begin({ texts }: World, snapshot: Snapshot, { file, length }: Step): Begun {
  const name = [...texts.keys()][file % Math.max(1, texts.size)] ?? '';
  const steps = reportedSteps(snapshot, name);
  for (let at = 0; at < length * 2; at += 1) steps.next();
  return { file: name, steps };
}

function goOn(snapshot: Snapshot, { file, steps }: Begun): void {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  // Nothing is left of those that were at their end before.
  if (step.value !== undefined) same(asText(snapshot, step.value), asText(snapshot, reportedProblems(snapshot, file)), 'begun');
}

function anew({ texts, data }: World): Snapshot {
  return applyChanges(emptySnapshot([]), [
    ...[...texts].map(([file, text]): Change => ({ kind: 'set', file, text })),
    ...[...data].map(([file, state]): Change => ({ kind: 'data', file, state })),
  ]);
}

function compare(versions: readonly Version[], { ask, file, at, other }: Step, message: string): void {
  const isOlder = ask === 'older';
  const version = isOlder ? versions[Math.floor(other * versions.length)] : versions.at(-1);
  if (version === undefined || ask === 'nothing') return;
  const { world, snapshot, begun } = version;
  if (isOlder && begun !== undefined) goOn(snapshot, begun);
  const [name = '', text = ''] = [...world.texts][file % Math.max(1, world.texts.size)] ?? [];
  const say = (of: Snapshot): string => {
    switch (ask) {
      case 'problems':
        return toldProblems(of, name, at < 0.2 ? settings : {});
      case 'shown':
        return [other, at, (at + other) % 1].map((share) => shownAt(of, name, text, share)).join('\n');
      default:
        return told(of, at < 0.2 ? settings : {});
    }
  };
  same(say(snapshot), say(anew(world)), message);
}

/** Says where two texts part: whole texts of this size would bury it. */
function same(known: string, read: string, message: string): void {
  if (known === read) return;
  let at = 0;
  while (known[at] === read[at]) at += 1;
  const near = (text: string) => text.slice(Math.max(0, at - 600), at + 600);
  assert.equal(near(known), near(read), message);
}
