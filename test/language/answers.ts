import assert from 'node:assert/strict';
import {
  boundDataOf,
  codebookOf,
  ledgerOf,
  reportedProblems,
  type Snapshot,
  type SubjectName,
  sharesOf,
} from '../../server/src/language';
import { folder, snapshotOfFiles } from '../harness/codebooks';
import { parseFixture } from '../harness/marks';
import { boundOfSnapshot } from '../shares/bound';
import { findings, written } from '../shares/columns';
import { render, renderLine } from '../shares/render';

/**
 * What the product says to the questions of a fixture. A fixture has codebooks, a data file and, as its last file `answers`, questions
 * (`> …`), each followed by the answer; lines with `#` explain it. The text with the answers as they are now is returned: equal to
 * the fixture's own if they are what they should be.
 *
 * - `> values a b.c`: the values of variables and items, row by row, missing ones by their kind
 * - `> table a`: the numbers of a question, derived variable or indicator, `number (counted of base)`
 * - `> figures`: each published number beside the computed one
 * - `> findings`: what the data say against the codebook
 * - `> problems`: what the checks report
 */
export function answered(fixture: string): string {
  const [questions = '', before = fixture] = [...split(fixture)].reverse();
  const snapshot = snapshotOfFiles(parseFixture(before));
  const kept = questions.split('\n').filter((line) => line === '' || /^[#>]/.test(line));
  const lines = kept.flatMap((line) => [line, ...(line.startsWith('> ') ? indented(answer(snapshot, line.slice(2))) : [])]);
  return before + marker + lines.join('\n');
}

const marker = '#- answers\n';

function split(fixture: string): readonly string[] {
  const parts = fixture.split(marker);
  assert.equal(parts.length, 2, 'a fixture has one part `answers`');
  return parts;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`);
}

const main = `${folder}main.codebook.yaml`;

function answer(snapshot: Snapshot, question: string): readonly string[] {
  const [asked, ...names] = question.split(' ');
  switch (asked) {
    case 'values': {
      const bound = boundOfSnapshot(snapshot, main);
      return names.map((name) => `${name}: ${written(bound, name)}`);
    }
    case 'table':
      return names.flatMap((name) => tables(snapshot, name));
    case 'figures': {
      const codebook = codebookOf(snapshot, main);
      assert.ok(codebook !== undefined);
      return ledgerOf(codebook, boundDataOf(snapshot, main)).map(renderLine);
    }
    case 'findings':
      return findings(boundOfSnapshot(snapshot, main));
    case 'problems':
      return reportedProblems(snapshot, main).map(({ code, found }) => `${code}: ${found}`);
    default:
      throw new Error(`“${question}” is no question`);
  }
}

function tables(snapshot: Snapshot, id: string): readonly string[] {
  const { codebook, table } = boundOfSnapshot(snapshot, main);
  return sharesOf(codebook, table).tables(subjectNamed(codebook, id)).map(render);
}

function subjectNamed(codebook: ReturnType<typeof boundOfSnapshot>['codebook'], id: string): SubjectName {
  if (codebook.indicators.has(id)) return { kind: 'indicator', id };
  return { kind: codebook.derived.has(id) ? 'derived' : 'question', id };
}
