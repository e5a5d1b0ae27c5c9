import type { Codebook } from '../../model/codebook';
import { variablesNamedBy } from '../../model/dependencies';
import { resolveIndicator } from '../../model/indicators';
import { headPairs, lineEndOfFile, memberPairs } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import { inFiles } from './sources';
import type { Refactoring, Selected } from './types';

const sections = ['questions', 'derived', 'indicators'] as const;

/**
 * The entries of a section in the order of the stages, those of one stage as they stood, each with the comments above it. An entry
 * without a stage stays behind the one it stands behind. Not where a question would come above one that it is routed by.
 */
export function sortByStage({ snapshot, syntax, codebook, entry, language }: Selected): readonly Refactoring[] {
  const section = sections.find((one) => one === entry.section);
  if (section === undefined || entry.role !== 'head' || headPairs(entry).length !== 1) return [];
  const members = syntax.entries
    .map((placed) => placed.entry)
    .filter((one) => one.role === 'member' && one.section === section);
  const sorted = inOrderOfStages(codebook, section, members);
  if (sorted.every((one, at) => one === members[at]) || members.some(isUnclear)) return [];
  if (section === 'questions' && !isRoutedFromAbove(codebook, sorted)) return [];
  const end = lineEndOfFile(syntax);
  const edits = members.flatMap((one, at) => {
    const next = sorted[at];
    if (next === undefined || next === one) return [];
    const isOpen = at === members.length - 1 && !isEnded(one.text);
    const written = next.text.slice(blanksAbove(next));
    const newText = isOpen ? written.replace(/(?:\r\n|\r|\n)$/, '') : isEnded(written) ? written : written + end;
    return [{ place: { entry: one, span: { start: blanksAbove(one), end: one.text.length } }, newText }];
  });
  const found = inFiles(snapshot, edits);
  const title = language === 'sv' ? `Ordna \`${section}\` efter skede` : `Sort \`${section}\` by stage`;
  return found === undefined ? [] : [{ kind: 'rewrite', title, edits: found }];
}

function inOrderOfStages(codebook: Codebook, section: (typeof sections)[number], members: readonly Entry[]): readonly Entry[] {
  const stages = [...codebook.stages.keys()];
  let last = -1;
  const placed = members.map((entry) => {
    const own = stages.indexOf(stageOf(codebook, section, entry) ?? '');
    last = own < 0 ? last : own;
    return { entry, stage: last };
  });
  return placed.sort((a, b) => a.stage - b.stage).map(({ entry }) => entry);
}

function stageOf(codebook: Codebook, section: (typeof sections)[number], entry: Entry): string | undefined {
  const id = idOf(entry);
  if (section !== 'indicators') return codebook.variables.get(id)?.stage;
  const declaration = codebook.indicators.get(id);
  return declaration === undefined ? undefined : resolveIndicator(codebook, declaration).stage;
}

function isRoutedFromAbove(codebook: Codebook, sorted: readonly Entry[]): boolean {
  const order = new Map(sorted.map((entry, at) => [idOf(entry), at]));
  const above = new Set<string>();
  return sorted.every((entry) => {
    const id = idOf(entry);
    const rests = questionsBelow(codebook, id);
    const isFine = rests.every((name) => name === id || !order.has(name) || above.has(name));
    above.add(id);
    return isFine;
  });
}

/** The questions that a question's routing rests on, also through derived variables. */
function questionsBelow(codebook: Codebook, name: string, seen: Set<string> = new Set()): readonly string[] {
  return variablesNamedBy(codebook, name).flatMap((one) => {
    if (seen.has(one)) return [];
    seen.add(one);
    return codebook.variables.get(one)?.declaration.kind === 'question' ? [one] : questionsBelow(codebook, one, seen);
  });
}

function idOf(entry: Entry): string {
  return memberPairs(entry)[0]?.pair.key.text ?? '';
}

/** Broken text may belong to its neighbours. */
function isUnclear(entry: Entry): boolean {
  return entry.problems.length > 0 || memberPairs(entry).length !== 1;
}

/** Blank lines stay where they are: they set the entries of a file apart. */
function blanksAbove({ text }: Entry): number {
  return /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text)?.[0].length ?? 0;
}

function isEnded(text: string): boolean {
  return /[\r\n]$/.test(text);
}
