import type { CST } from 'yaml';
import { lineEndAfter } from '../text/lines';
import type { Span } from '../text/span';
import { halfTyped, keyWithoutColon } from './build-keys';
import { readMarks, reportSecond, reportTab } from './build-marks';
import { build, buildBlockMap } from './build-nodes';
import { mapOf, type Site } from './build-site';
import { joinStray } from './build-stray';
import type { EntryRole, SyntaxProblem } from './entry';
import { isClosed, type Repair } from './repair';
import type { MapNode } from './tree';
import type { Tokens } from './walk-tokens';

export interface Built {
  readonly root: MapNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
  /** Brackets that are never closed. */
  readonly unclosed: readonly Span[];
}

/** Builds our tree from the parser's tokens. Damage is reported at its cause and the rest of the entry survives it. */
export function buildTree(text: string, tokens: Tokens, made: readonly Repair[], role: EntryRole): Built {
  const problems: SyntaxProblem[] = [];
  const site: Site = {
    text,
    repairs: new Map(made.filter((repair) => repair.kind !== 'tabs').map((repair) => [repair.start, repair])),
    report: (code, span, found) => problems.push({ code, span, found }),
    unclosed: [],
  };
  if (made.some((repair) => repair.kind === 'tabs')) reportTab(site);
  const comments = readMarks(site, tokens.inOrder);
  const documents = tokens.top.filter((token) => token.type === 'document');
  const second = documents[1];
  if (second !== undefined) reportSecond(site, second);
  const root = buildRoot(site, documents[0]?.value, role);
  const sorted = role === 'whole' ? { root, problems } : joinStray(text, root, problems);
  return { ...sorted, comments, unclosed: site.unclosed };
}

function buildRoot(site: Site, value: CST.Token | undefined, role: EntryRole): MapNode {
  if (value?.type === 'block-map') return buildBlockMap(site, value);
  if (value === undefined || value.type === 'alias') return mapOf([], false, value?.offset ?? site.text.length);
  if (value.type === 'scalar' && role !== 'whole')
    return mapOf(halfTyped(site, value.offset, value.source), false, value.offset);
  if (isQuoted(value) && isClosed(value.source) && role !== 'whole')
    return mapOf(keyWithoutColon(site, value), false, value.offset);
  const node = build(site, value, 0);
  if (node.kind === 'map' && role === 'whole') return node;
  const found = role === 'whole' ? 'the file is not a map of keys' : 'a key must stand here';
  site.report('yaml-syntax', { start: node.span.start, end: lineEndAfter(site.text, node.span.start) }, found);
  return mapOf([], false, node.span.start);
}

function isQuoted(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar';
}
