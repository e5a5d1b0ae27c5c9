import { code } from '../text/code';
import { columnAt } from '../text/lines';
import { mapOf, pair } from './build-site';
import type { SyntaxProblem } from './entry';
import type { MapNode, Pair } from './tree';

interface Sorted {
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * A pair beside an entry's own that stands deeper fits no map by its column. It is no entry of its own: it joins the entry's
 * value where that is a map, and is left out where it is a text.
 */
export function joinStray(text: string, root: MapNode, problems: readonly SyntaxProblem[]): Sorted {
  const column = columnAt(text, root.pairs[0]?.key.span.start ?? 0);
  const stray = root.pairs.filter((candidate) => columnAt(text, candidate.key.span.start) > column);
  const [first, ...others] = root.pairs.filter((candidate) => !stray.includes(candidate));
  if (first === undefined || stray.length === 0) return { root, problems };
  const own = joinPairs(first, stray);
  return { root: mapOf([own, ...others], false, root.span.start), problems: withColumn(problems, stray) };
}

/** Keys below an id that alone was indented to their column are its own. */
export function joinBelow(text: string, root: MapNode, indent: number): MapNode {
  const [first, ...rest] = root.pairs;
  const isDeeper = first !== undefined && rest.length > 0 && columnAt(text, first.key.span.start) > indent;
  if (!isDeeper || first.value.kind !== 'empty') return root;
  return mapOf([pair(first.key, mapOf(rest, false, first.key.span.end))], false, root.span.start);
}

function joinPairs(first: Pair, stray: readonly Pair[]): Pair {
  const { key, value } = first;
  if (value.kind !== 'map' || value.flow) return first;
  return pair(key, mapOf([...value.pairs, ...stray], false, value.span.start));
}

/** Where a line is already said to continue the one above, its column is no other problem, and the other way round. */
function withColumn(problems: readonly SyntaxProblem[], stray: readonly Pair[]): readonly SyntaxProblem[] {
  const key = stray[0]?.key;
  const continued = problems.find((problem) => problem.code === 'accidental-continuation');
  if (key === undefined || (continued !== undefined && continued.span.start <= key.span.start)) return problems;
  const found = `${code(key.text)} stands in another column than the keys above it`;
  const others = problems.filter((problem) => problem.code !== 'accidental-continuation');
  return [...others, { code: 'yaml-syntax', span: key.span, found }];
}
