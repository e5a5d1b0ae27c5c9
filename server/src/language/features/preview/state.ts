import { expressionFindingsIn } from '../../checks/expressions/expression-findings';
import type { Codebook } from '../../model/codebook';
import type { Assumption, DataState } from '../../shares/types';
import { syntaxProblems } from '../../syntax';
import type { SyntaxProblemCode } from '../../syntax/entry';
import { type FilePlace, locate, positionIn, type Snapshot } from '../../workspace';
import { countText } from '../numbers/text';
import { assumptionText } from '../numbers/uncertainty';
import type { Words } from '../words';
import type { CodebookState } from './types';

/** What the numbers rest on, or why there are none. Broken text comes first: what is below may be out of date. */
export function stateOf(snapshot: Snapshot, codebook: Codebook, words: Words): CodebookState {
  const firstError = brokenPlace(snapshot, codebook);
  if (firstError !== undefined) {
    return {
      kind: 'broken',
      text: words.state.broken(positionIn(snapshot, codebook.file, firstError.span.start).line + 1),
      firstError,
    };
  }
  return dataState(snapshot.data.get(codebook.file) ?? { kind: 'none' }, codebook, words);
}

function dataState(data: DataState, codebook: Codebook, words: Words): CodebookState {
  const file = codebook.data?.file?.text ?? '';
  switch (data.kind) {
    case 'none':
      return { kind: 'no_data', text: noData(codebook, words) };
    case 'loading':
      return { kind: 'loading', text: words.state.loading(file) };
    case 'untrusted':
      return { kind: 'untrusted', text: words.state.untrusted };
    case 'failed':
      return { kind: 'failed', text: words.state.failed(inQuotes(data.reason.message)) };
    case 'ready': {
      const respondents = countText(data.table.rows, words);
      const isWeighted = codebook.data?.weight !== undefined;
      const rests = assumptionText(assumptionIn(codebook), words);
      return { kind: 'ready', text: `${words.state.ready(file, respondents, isWeighted)}. ${rests}` };
    }
  }
}

/** What standard errors rest on where an indicator says nothing else. */
function assumptionIn({ data }: Codebook): Assumption {
  const isReplicated = data?.design?.replicate !== undefined;
  return {
    variance: data?.design === undefined ? 'respondents' : isReplicated ? 'replicates' : 'design',
    calibration: isReplicated ? 'replicated' : data?.weight === undefined ? 'unweighted' : 'not_reflected',
  };
}

function noData({ data }: Codebook, words: Words): string {
  return data?.engine === undefined ? words.state.noData : words.state.inDatabase(data.table?.text ?? '');
}

/** The page shows plain text, in which backticks around a name say nothing. */
function inQuotes(message: string): string {
  return message.replace(/`([^`]*)`/g, '“$1”');
}

/** Faults that may hide what stands around them; a trap that reads as something else hides nothing. */
const breaking: readonly SyntaxProblemCode[] = [
  'yaml-syntax',
  'half-typed-key',
  'open-quote',
  'tab-indentation',
  'several-documents',
];

/** An expression that is being typed breaks its entry as an open bracket does. */
function brokenPlace(snapshot: Snapshot, codebook: Codebook): FilePlace | undefined {
  const syntax = snapshot.files.get(codebook.file);
  const first =
    syntax && syntaxProblems(syntax.entries.map(({ entry }) => entry)).find(({ problem }) => breaking.includes(problem.code));
  const place = first && { entry: first.entry, span: first.problem.span };
  const broken = place ?? expressionFindingsIn({ codebook, own: codebook.own }, 'expression-syntax')[0]?.finding.place;
  return broken && locate(snapshot, broken);
}
